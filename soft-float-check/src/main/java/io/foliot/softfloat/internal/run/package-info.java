/**
 * One check, from its inputs to its report. Start at {@link
 * io.foliot.softfloat.internal.run.CheckRun}.
 */
package io.foliot.softfloat.internal.run;
