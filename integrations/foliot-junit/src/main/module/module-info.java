/** A manual clock for each test of JUnit Jupiter. */
module io.foliot.junit {
  requires transitive io.foliot.clock;
  requires io.foliot.duration;
  requires transitive org.junit.jupiter.api;
  requires org.junit.platform.commons;

  exports io.foliot.junit;
}
