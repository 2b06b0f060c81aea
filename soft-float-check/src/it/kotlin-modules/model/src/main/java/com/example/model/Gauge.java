package com.example.model;

public class Gauge {
  public long millis() {
    return 1;
  }

  public double seconds() {
    return millis() / 1000.0;
  }
}
