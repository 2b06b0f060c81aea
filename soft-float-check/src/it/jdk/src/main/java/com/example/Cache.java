package com.example;

import java.util.HashMap;
import java.util.Map;

public class Cache {
  public Map<String, Long> create() {
    return new HashMap<>(9);
  }
}
