package com.example;

public class Ratio {
  public static final double HALF = 0.5;

  private final long percent;

  public Ratio(long percent) {
    this.percent = percent;
  }

  public double value() {
    return percent / 100.0;
  }
}
