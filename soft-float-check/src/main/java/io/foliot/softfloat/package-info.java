/**
 * Finds floating point in class files. {@link io.foliot.softfloat.SoftFloatCheck} returns a {@link
 * io.foliot.softfloat.model.Report}, which {@link io.foliot.softfloat.report.ReportFormat} writes.
 */
package io.foliot.softfloat;
