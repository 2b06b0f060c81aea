package io.foliot.verified;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Every day from 0000-01-01 to 9999-12-31, in the order of a wall calendar. If all inputs can be
 * run, running them is a proof.
 */
final class Calendar {
  private static final int MIN_DAYS = -719_528;
  private static final int MAX_DAYS = 2_932_896;
  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final MethodHandle ofDays;
  private final MethodHandle toDays;
  private final MethodHandle year;
  private final MethodHandle month;
  private final MethodHandle day;

  private Calendar(ClassFiles classes) throws ReflectiveOperationException {
    Class<?> type = new Jvm(classes).load("io.foliot.clock.CivilDate");
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    MethodType ofOne = MethodType.methodType(int.class, int.class);
    MethodType ofThree = MethodType.methodType(int.class, int.class, int.class, int.class);
    ofDays = lookup.findStatic(type, "ofDays", ofOne);
    toDays = lookup.findStatic(type, "toDays", ofThree);
    year = lookup.findStatic(type, "year", ofOne);
    month = lookup.findStatic(type, "month", ofOne);
    day = lookup.findStatic(type, "day", ofOne);
  }

  /** Checks all days and returns their number; throws if one is wrong. */
  static long check(ClassFiles classes) throws ReflectiveOperationException {
    return new Calendar(classes).check();
  }

  private long check() {
    int number = MIN_DAYS;
    for (int y = 0; y <= 9999; y++) {
      boolean isLeap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
      for (int m = 1; m <= 12; m++) {
        int length = LENGTHS[m - 1] + (m == 2 && isLeap ? 1 : 0);
        for (int d = 1; d <= length; d++) {
          check(number++, y, m, d);
        }
      }
    }
    if (number != MAX_DAYS + 1) {
      throw new Unproved("the calendar ends at day " + (number - 1));
    }
    return number - (long) MIN_DAYS;
  }

  private void check(int number, int y, int m, int d) {
    try {
      int packed = (int) ofDays.invokeExact(number);
      boolean isRight =
          (int) year.invokeExact(packed) == y
              && (int) month.invokeExact(packed) == m
              && (int) day.invokeExact(packed) == d
              && (int) toDays.invokeExact(y, m, d) == number;
      if (!isRight) {
        throw new Unproved("CivilDate is wrong about day " + number);
      }
    } catch (Unproved e) {
      throw e;
    } catch (Throwable e) {
      throw new Unproved("CivilDate throws " + e + " for day " + number);
    }
  }
}
