/** Durations and times in Kotlin. */
module io.foliot.kotlin {
  requires transitive io.foliot.clock;
  requires transitive io.foliot.duration;
  requires transitive kotlin.stdlib;

  exports io.foliot.kotlin;
}
