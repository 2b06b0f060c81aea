/**
 * Finds floating point in class files. Start at {@link io.foliot.softfloat.SoftFloatCheck}, which
 * gives a {@link io.foliot.softfloat.model.Report}; {@link io.foliot.softfloat.report.ReportFormat}
 * writes it.
 */
package io.foliot.softfloat;
