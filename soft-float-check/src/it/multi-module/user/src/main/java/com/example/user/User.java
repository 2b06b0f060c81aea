package com.example.user;

import com.example.Ticks;

public class User extends Ticks {
  public float seconds() {
    return nanos();
  }
}
