/**
 * The CODE rules: floating point in the code, fields and constants of one class. Start at {@link
 * io.foliot.softfloat.internal.code.CodeVisitor}.
 */
package io.foliot.softfloat.internal.code;
