/**
 * The API rules. {@link io.foliot.softfloat.internal.api.ApiVisitor} reads one class; {@link
 * io.foliot.softfloat.internal.api.ApiCheck} judges all classes together.
 */
package io.foliot.softfloat.internal.api;
