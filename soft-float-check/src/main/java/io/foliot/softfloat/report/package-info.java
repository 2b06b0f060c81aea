/** The formats of a report. {@link io.foliot.softfloat.report.ReportFormat} creates the writers. */
package io.foliot.softfloat.report;
