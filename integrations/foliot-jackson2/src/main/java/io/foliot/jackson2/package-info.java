/**
 * Durations and times in Jackson 2, whose packages are {@code com.fasterxml.jackson}. Start at
 * {@link io.foliot.jackson2.FoliotModule}.
 */
package io.foliot.jackson2;
