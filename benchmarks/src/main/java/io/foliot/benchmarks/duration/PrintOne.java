package io.foliot.benchmarks.duration;

/** Prints one duration again and again: {@code PT1H2.5S}. */
public class PrintOne extends PrintSamples {
  public PrintOne() {
    super(Samples.one());
  }
}
