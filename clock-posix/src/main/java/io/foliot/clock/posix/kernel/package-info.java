/**
 * What Linux says about its clock source and hypervisor, and the one binder of native functions.
 * Exported to clock-xen only.
 */
package io.foliot.clock.posix.kernel;
