/**
 * The CODE rules: what the bodies, fields and constants of one class do. Start at {@code
 * CodeVisitor}.
 */
package io.foliot.softfloat.internal.code;
