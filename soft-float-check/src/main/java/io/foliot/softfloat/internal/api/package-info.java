/**
 * The API rules. {@code ApiReader} reads one class; {@code ApiCheck} judges all of them together.
 */
package io.foliot.softfloat.internal.api;
