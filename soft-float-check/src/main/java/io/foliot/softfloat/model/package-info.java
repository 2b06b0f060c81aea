/**
 * The vocabulary of a check: the {@linkplain io.foliot.softfloat.model.Rule rules}, the {@linkplain
 * io.foliot.softfloat.model.FloatTypes definition of floating point}, and the {@linkplain
 * io.foliot.softfloat.model.Report report} with its {@linkplain io.foliot.softfloat.model.Finding
 * findings}.
 */
package io.foliot.softfloat.model;
