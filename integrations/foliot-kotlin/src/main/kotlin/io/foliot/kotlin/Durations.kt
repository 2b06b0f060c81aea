package io.foliot.kotlin

import io.foliot.duration.Duration
import io.foliot.duration.Nanos
import io.foliot.duration.SignedDuration
import kotlin.time.Duration.Companion.nanoseconds
import kotlin.time.Duration.Companion.seconds

/**
 * The same duration.
 *
 * Throws [ArithmeticException] if it is over 146 years and not a whole number of milliseconds, because
 * [kotlin.time.Duration] counts milliseconds from there.
 */
public fun Duration.toKotlinDuration(): kotlin.time.Duration {
    val converted = toSeconds().seconds + subsecondPart().nanoseconds
    val exact = converted.toComponents { seconds, nanoseconds ->
        seconds == toSeconds() && nanoseconds == subsecondPart()
    }
    if (!exact) {
        throw ArithmeticException(
            "$this does not fit in kotlin.time.Duration, which counts whole milliseconds over 146 years;" +
                " round it to milliseconds"
        )
    }
    return converted
}

/**
 * The same duration.
 *
 * Throws [IllegalArgumentException] if it is negative, [ArithmeticException] if it is infinite or over
 * 18446744073709551615 ns.
 */
public fun kotlin.time.Duration.toFoliotDuration(): Duration {
    require(!isNegative()) { "a duration is never negative: got $this" }
    if (isInfinite()) {
        throw ArithmeticException("an infinite duration does not fit: at most ${Duration.MAX}")
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
