/**
 * The hypervisor's clocks for a program in a Linux guest of Xen or KVM on x86-64: finds the page
 * that the kernel maps into every process, makes sure that it can be read, and reads it.
 *
 * <p>Start at {@link io.foliot.clock.xen.linux.LinuxGuestClocks}. {@code Clocks} finds the same
 * clocks through {@link io.foliot.clock.xen.linux.XenClockProvider}. Needs Java 22 and native
 * access ({@code --enable-native-access=io.foliot.clock.xen,io.foliot.clock.posix}, or {@code
 * ALL-UNNAMED} on the class path).
 */
package io.foliot.clock.xen.linux;
