package io.foliot.kotlin

import io.foliot.duration.Duration
import io.foliot.duration.Nanos
import io.foliot.duration.SignedDuration
import kotlin.time.Duration.Companion.nanoseconds
import kotlin.time.Duration.Companion.seconds

/**
 * The same duration.
 *
 * Throws [ArithmeticException] if it exceeds 146 years and is not a whole number of milliseconds, the
 * precision of [kotlin.time.Duration] in that range.
 */
public fun Duration.toKotlinDuration(): kotlin.time.Duration {
    val converted = toSeconds().seconds + subsecondPart().nanoseconds
    val exact = converted.toComponents { seconds, nanoseconds ->
        seconds == toSeconds() && nanoseconds == subsecondPart()
    }
    if (!exact) {
        throw ArithmeticException(
            "$this exceeds the precision of kotlin.time.Duration, milliseconds over 146 years;" +
                " round it to milliseconds"
        )
    }
    return converted
}

/**
 * The same duration.
 *
 * Throws [IllegalArgumentException] if it is negative, [ArithmeticException] if it is infinite or
 * exceeds [Duration.MAX].
 */
public fun kotlin.time.Duration.toFoliotDuration(): Duration {
    require(!isNegative()) { "a duration must not be negative, got $this" }
    if (isInfinite()) {
        throw ArithmeticException("an infinite duration exceeds the maximum duration, ${Duration.MAX}")
    }
    return toComponents { seconds, nanoseconds ->
        Duration.ofUnsignedNanos(Nanos.plus(Nanos.ofSeconds(seconds), nanoseconds.toLong()))
    }
}

/** The same signed duration. Throws as [Duration.toKotlinDuration]. */
public fun SignedDuration.toKotlinDuration(): kotlin.time.Duration =
    if (signum() < 0) -abs().toKotlinDuration() else abs().toKotlinDuration()

/** The same duration with its sign. Throws [ArithmeticException] as [toFoliotDuration]. */
public fun kotlin.time.Duration.toSignedDuration(): SignedDuration {
    val magnitude = SignedDuration.of(absoluteValue.toFoliotDuration())
    return if (isNegative()) magnitude.negated() else magnitude
}
