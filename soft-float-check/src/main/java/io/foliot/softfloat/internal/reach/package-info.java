/**
 * The reach rules: what the entry points can execute. {@code EntryPoints} says where code from
 * outside enters, {@code CallGraph} follows the calls, {@code Propagation} finds out which objects
 * they are made on, {@code Escapes} keeps what leaves the program and comes from outside, {@code
 * CutPoints} says where the graph ends on purpose, and {@code ReachCheck} judges.
 */
package io.foliot.softfloat.internal.reach;
