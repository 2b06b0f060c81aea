/** What reading a hypervisor's time costs. */
package io.foliot.benchmarks.xen;
