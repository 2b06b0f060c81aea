/**
 * Clocks on the memory that Xen shares with a guest. They make no operating-system calls and need
 * only Java 8, so that a unikernel compiled from Java can use them.
 *
 * <p>Start at {@link io.foliot.clock.xen.XenClocks}. You provide two interfaces: {@link
 * io.foliot.clock.xen.SharedPage}, the memory, and {@link io.foliot.clock.counter.CycleCounter},
 * the counter.
 */
package io.foliot.clock.xen;
