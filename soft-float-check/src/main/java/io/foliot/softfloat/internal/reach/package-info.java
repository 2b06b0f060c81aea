/**
 * The REACH rules: what entry points can execute. {@link
 * io.foliot.softfloat.internal.reach.ReachCheck} runs them: {@code EntryPoints} finds the entry
 * points, {@code CallGraph} follows calls, {@code Propagation} determines their receivers, {@code
 * Escapes} models code outside the program, and {@code CutPoints} lists the calls that are not
 * followed.
 */
package io.foliot.softfloat.internal.reach;
