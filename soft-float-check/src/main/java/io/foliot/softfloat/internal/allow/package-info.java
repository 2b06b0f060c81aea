/**
 * What is found, and what of it the code accepts. Start at {@link
 * io.foliot.softfloat.internal.allow.FindingList}.
 */
package io.foliot.softfloat.internal.allow;
