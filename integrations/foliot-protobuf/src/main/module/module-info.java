/** Durations and times as the well-known types of Protocol Buffers. */
module io.foliot.protobuf {
  requires com.google.protobuf;
  requires transitive io.foliot.clock;
  requires transitive io.foliot.duration;

  exports io.foliot.protobuf;
}
