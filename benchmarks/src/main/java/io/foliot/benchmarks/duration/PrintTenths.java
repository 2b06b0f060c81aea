package io.foliot.benchmarks.duration;

/** Prints durations of tenths of a second, such as {@code 26h3m4.5s}. */
public class PrintTenths extends PrintSamples {
  public PrintTenths() {
    super(Samples.tenths());
  }
}
