/** Durations and times in Jackson 2. */
@SuppressWarnings("module") // The digit is part of the name of Jackson 2.
module io.foliot.jackson2 {
  requires com.fasterxml.jackson.annotation;
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires io.foliot.clock;
  requires io.foliot.duration;
  requires transitive io.foliot.wire;

  exports io.foliot.jackson2;

  provides com.fasterxml.jackson.databind.Module with
      io.foliot.jackson2.FoliotModule;
}
