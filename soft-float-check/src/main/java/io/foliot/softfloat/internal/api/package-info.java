/**
 * The API rules. {@code ApiVisitor} reads one class; {@code ApiCheck} judges all of them together.
 */
package io.foliot.softfloat.internal.api;
