package com.example.app;

import com.example.kotlin.Meter;

public class App {
  public final Meter meter = new Meter();

  public long millis() {
    return meter.millis();
  }
}
