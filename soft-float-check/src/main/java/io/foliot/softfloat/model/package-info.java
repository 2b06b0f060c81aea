/**
 * What a check is about, without how it is done. {@link io.foliot.softfloat.model.Rule} is the
 * catalogue, {@link io.foliot.softfloat.model.FloatTypes} the definition of floating point, and a
 * {@link io.foliot.softfloat.model.Report} of {@link io.foliot.softfloat.model.Finding}s the
 * answer.
 */
package io.foliot.softfloat.model;
