/**
 * What a Linux kernel tells about its clock, in files and in the pages that it maps into every
 * process. Shared with the module {@code io.foliot.clock.xen} only; no API.
 */
package io.foliot.clock.posix.kernel;
