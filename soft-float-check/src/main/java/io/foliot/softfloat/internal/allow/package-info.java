/**
 * Findings, and the annotations that accept them. Start at {@link
 * io.foliot.softfloat.internal.allow.FindingList}.
 */
package io.foliot.softfloat.internal.allow;
