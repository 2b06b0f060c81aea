/**
 * Durations and times in the configuration and the requests of Spring Boot. {@link
 * io.foliot.springboot.FoliotAutoConfiguration} says what it does; there is nothing to call.
 */
package io.foliot.springboot;
