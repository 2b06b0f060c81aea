package io.foliot.kotlin

import io.foliot.duration.Duration

// `+`, `-` and `* Long` are the methods of Duration and PosixTime themselves; so are comparisons and ranges.

/** The multiple. Throws as [Duration.times]. */
public operator fun Duration.times(factor: Int): Duration = times(factor.toLong())

/** The multiple. Throws as [Duration.times]. */
public operator fun Int.times(duration: Duration): Duration = duration.times(toLong())

/** The multiple. Throws as [Duration.times]. */
public operator fun Long.times(duration: Duration): Duration = duration.times(this)

/** A fraction, rounded down to a nanosecond. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(divisor: Int): Duration = dividedBy(divisor.toLong())

/** A fraction, rounded down to a nanosecond. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(divisor: Long): Duration = dividedBy(divisor)

/** How often [other] fits in whole. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(other: Duration): Long = dividedBy(other)

/** What [div] leaves over. Throws as [Duration.remainder]. */
public operator fun Duration.rem(divisor: Int): Duration = remainder(divisor.toLong())

/** What [div] leaves over. Throws as [Duration.remainder]. */
public operator fun Duration.rem(divisor: Long): Duration = remainder(divisor)

/** What [div] leaves over. Throws as [Duration.remainder]. */
public operator fun Duration.rem(other: Duration): Duration = remainder(other)
