/**
 * Which floating point somebody accepted by an annotation. Start at {@link
 * io.foliot.softfloat.internal.allow.Allowances}.
 */
package io.foliot.softfloat.internal.allow;
