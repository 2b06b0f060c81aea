/** Durations and times in the configuration and the requests of Spring Boot. */
module io.foliot.springboot {
  requires io.foliot.clock;
  requires io.foliot.duration;
  requires io.foliot.wire;
  requires spring.beans;
  requires spring.boot;
  requires spring.boot.autoconfigure;
  requires spring.context;
  requires spring.core;

  exports io.foliot.springboot;

  opens io.foliot.springboot to
      spring.beans,
      spring.context,
      spring.core;
}
