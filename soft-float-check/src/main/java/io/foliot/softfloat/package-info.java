/**
 * Finds floating point in class files. Start at {@link io.foliot.softfloat.SoftFloatCheck}, which
 * gives a {@link io.foliot.softfloat.Report} of {@link io.foliot.softfloat.Finding}s; {@link
 * io.foliot.softfloat.Rule} is the catalogue and {@link io.foliot.softfloat.FloatTypes} the
 * definition of floating point.
 */
package io.foliot.softfloat;
