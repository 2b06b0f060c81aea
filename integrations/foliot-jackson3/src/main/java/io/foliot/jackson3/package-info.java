/**
 * Durations and times in Jackson 3, whose packages are {@code tools.jackson}. Start at {@link
 * io.foliot.jackson3.FoliotJacksonModule}.
 */
package io.foliot.jackson3;
