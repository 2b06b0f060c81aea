/**
 * What holds a check together: reading in parallel, gathering findings. Start at {@code
 * ParallelScan}.
 */
package io.foliot.softfloat.internal.check;
