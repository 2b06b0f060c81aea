/** A driver author's clock with its tests. */
open module org.example.board {
  requires io.foliot.clock;
  requires io.foliot.clock.conformance;
  requires org.junit.jupiter.api;
  requires org.junit.platform.engine;
  requires org.junit.platform.launcher;
}
