/** Durations and times in Jackson 3. */
@SuppressWarnings("module") // The digit is part of the name of Jackson 3.
module io.foliot.jackson3 {
  requires com.fasterxml.jackson.annotation;
  requires transitive tools.jackson.core;
  requires transitive tools.jackson.databind;
  requires io.foliot.clock;
  requires io.foliot.duration;
  requires transitive io.foliot.wire;

  exports io.foliot.jackson3;

  provides tools.jackson.databind.JacksonModule with
      io.foliot.jackson3.FoliotJacksonModule;
}
