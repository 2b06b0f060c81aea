package io.foliot.kotlin

import io.foliot.duration.Duration

// `+`, `-`, `* Long`, comparisons and ranges come from the methods of Duration and PosixTime.

/** The product. Throws as [Duration.times]. */
public operator fun Duration.times(factor: Int): Duration = times(factor.toLong())

/** The product. Throws as [Duration.times]. */
public operator fun Int.times(duration: Duration): Duration = duration.times(toLong())

/** The product. Throws as [Duration.times]. */
public operator fun Long.times(duration: Duration): Duration = duration.times(this)

/** The quotient, rounded down to a nanosecond. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(divisor: Int): Duration = dividedBy(divisor.toLong())

/** The quotient, rounded down to a nanosecond. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(divisor: Long): Duration = dividedBy(divisor)

/** How many whole times [other] fits into this. Throws as [Duration.dividedBy]. */
public operator fun Duration.div(other: Duration): Long = dividedBy(other)

/** The remainder of [div]. Throws as [Duration.remainder]. */
public operator fun Duration.rem(divisor: Int): Duration = remainder(divisor.toLong())

/** The remainder of [div]. Throws as [Duration.remainder]. */
public operator fun Duration.rem(divisor: Long): Duration = remainder(divisor)

/** The remainder of [div]. Throws as [Duration.remainder]. */
public operator fun Duration.rem(other: Duration): Duration = remainder(other)
