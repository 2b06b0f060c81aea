package io.foliot.kotlin

import io.foliot.clock.PosixTime
import kotlin.time.Instant

private const val PICOS_PER_NANO = 1_000L

/** The same time, rounded down to a nanosecond, towards the past. */
public fun PosixTime.toKotlinInstant(): Instant =
    Instant.fromEpochSeconds(toEpochSecond(), picosOfSecond() / PICOS_PER_NANO)

/** The same time, exactly. Throws [ArithmeticException] if it is outside the years 0000 to 9999. */
public fun Instant.toPosixTime(): PosixTime {
    val second = PosixTime.ofEpochSecond(epochSeconds)
    return PosixTime.of(second.days(), second.picosOfDay() + nanosecondsOfSecond * PICOS_PER_NANO)
}
