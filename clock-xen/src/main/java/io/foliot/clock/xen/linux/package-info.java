/**
 * Xen's wall clock for a program in the control domain (dom0) of Xen on x86-64.
 *
 * <p>Start at {@link io.foliot.clock.xen.linux.Dom0Clocks}; {@code Clocks} finds it by {@link
 * io.foliot.clock.xen.linux.XenClockProvider}. Needs Java 22 and native access ({@code
 * --enable-native-access=io.foliot.clock.posix}, or {@code ALL-UNNAMED} on the class path).
 */
package io.foliot.clock.xen.linux;
