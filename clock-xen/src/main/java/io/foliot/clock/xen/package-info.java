/**
 * Xen's clocks over the memory that Xen shares with a guest. Free of operating-system calls and of
 * everything newer than Java 8, so that a unikernel compiled from Java can use it.
 *
 * <p>Start at {@link io.foliot.clock.xen.XenClocks}. What it needs from the outside are two narrow
 * interfaces: {@link io.foliot.clock.xen.SharedPage}, the memory, and {@link
 * io.foliot.clock.counter.CycleCounter}, the counter.
 */
package io.foliot.clock.xen;
