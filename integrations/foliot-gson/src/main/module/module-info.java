/** Durations and times in Gson. */
module io.foliot.gson {
  requires transitive com.google.gson;
  requires io.foliot.clock;
  requires io.foliot.duration;
  requires transitive io.foliot.wire;

  exports io.foliot.gson;
}
