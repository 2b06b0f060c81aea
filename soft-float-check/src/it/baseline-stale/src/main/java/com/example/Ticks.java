package com.example;

public class Ticks {
  public long nanos() {
    return 1;
  }
}
