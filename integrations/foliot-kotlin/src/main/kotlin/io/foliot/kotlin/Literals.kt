package io.foliot.kotlin

import io.foliot.duration.Duration

// None for Double: Foliot uses no floating point, and the text "1.5s" is exact.

/** This many nanoseconds. Throws [IllegalArgumentException] if negative. */
public val Int.nanoseconds: Duration get() = toLong().nanoseconds

/** This many nanoseconds. Throws [IllegalArgumentException] if negative. */
public val Long.nanoseconds: Duration get() = Duration.ofNanos(this)

/** This many microseconds. Throws [IllegalArgumentException] if negative. */
public val Int.microseconds: Duration get() = toLong().microseconds

/** This many microseconds. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.microseconds: Duration get() = Duration.ofMicros(this)

/** This many milliseconds. Throws [IllegalArgumentException] if negative. */
public val Int.milliseconds: Duration get() = toLong().milliseconds

/** This many milliseconds. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.milliseconds: Duration get() = Duration.ofMillis(this)

/** This many seconds. Throws [IllegalArgumentException] if negative. */
public val Int.seconds: Duration get() = toLong().seconds

/** This many seconds. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.seconds: Duration get() = Duration.ofSeconds(this)

/** This many minutes. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Int.minutes: Duration get() = toLong().minutes

/** This many minutes. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.minutes: Duration get() = Duration.ofMinutes(this)

/** This many hours. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Int.hours: Duration get() = toLong().hours

/** This many hours. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.hours: Duration get() = Duration.ofHours(this)

/** This many days of 24 h. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Int.days: Duration get() = toLong().days

/** This many days of 24 h. Throws [IllegalArgumentException] if negative, [ArithmeticException] if it exceeds [Duration.MAX]. */
public val Long.days: Duration get() = Duration.ofDays(this)
