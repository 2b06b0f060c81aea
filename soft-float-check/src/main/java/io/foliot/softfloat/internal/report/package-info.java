/**
 * The formats of a report other than plain text. Start at {@code ReportFormat} in the package
 * above, which makes the writers; {@link io.foliot.softfloat.internal.report.JsonWriting} is what
 * they write JSON with.
 */
package io.foliot.softfloat.internal.report;
