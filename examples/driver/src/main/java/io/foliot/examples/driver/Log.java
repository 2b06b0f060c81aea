package io.foliot.examples.driver;

import io.foliot.duration.Nanos;

/** Lines of text on a console, written without allocating. */
final class Log {
  private final Console console;

  Log(Console console) {
    this.console = console;
  }

  Log text(String text) {
    for (int i = 0; i < text.length(); i++) {
      console.put(text.charAt(i));
    }
    return this;
  }

  /** Whole microseconds: a formatter of mixed units would be the largest part of a small image. */
  Log time(long nanos) {
    return number(Nanos.toMicros(nanos)).text("us");
  }

  Log number(long value) {
    if (value >= 10) {
      number(value / 10);
    }
    console.put('0' + (int) (value % 10));
    return this;
  }

  void end() {
    console.put('\n');
  }
}
