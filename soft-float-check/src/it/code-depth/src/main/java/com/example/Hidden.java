package com.example;

public class Hidden {
  public long scale(long x) {
    return (long) (x * 1.5);
  }
}
