/**
 * Durations and times in the configuration and requests of Spring Boot. There is nothing to call;
 * see {@link io.foliot.springboot.FoliotAutoConfiguration}.
 */
package io.foliot.springboot;
