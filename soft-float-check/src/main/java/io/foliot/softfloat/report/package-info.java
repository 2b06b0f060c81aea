/**
 * The formats of a report. Start at {@link io.foliot.softfloat.report.ReportFormat}, which makes
 * the writers.
 */
package io.foliot.softfloat.report;
