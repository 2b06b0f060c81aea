package io.foliot.kotlin

import io.foliot.clock.PosixTime
import io.foliot.duration.Duration
import io.foliot.duration.SignedDuration
import kotlin.time.Duration.Companion.INFINITE
import kotlin.time.Duration.Companion.milliseconds as kotlinMilliseconds
import kotlin.time.Duration.Companion.nanoseconds as kotlinNanoseconds
import kotlin.time.Duration.Companion.seconds as kotlinSeconds
import kotlin.time.Instant
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class KotlinTest {
    private val half = Duration.ofUnsignedNanos(Long.MIN_VALUE)

    @Test
    fun documented() {
        val budget = 5.seconds
        val perTry = budget / 3                  // 1.666666666s
        val tries = budget / 250.milliseconds    // 20
        val rest = budget % 2.seconds            // 1s
        val theirs = perTry.toKotlinDuration()   // kotlin.time.Duration
        val ours = theirs.toFoliotDuration()
        val instant = PosixTime.EPOCH.toKotlinInstant()
        assertEquals("1.666666666s", perTry.toString())
        assertEquals(20, tries)
        assertEquals("1s", rest.toString())
        assertEquals(perTry, ours)
        assertEquals(0, instant.epochSeconds)
    }

    @Test
    fun literals() {
        assertEquals(Duration.ofNanos(5), 5.nanoseconds)
        assertEquals(Duration.ofMicros(5), 5.microseconds)
        assertEquals(Duration.ofMillis(5), 5.milliseconds)
        assertEquals(Duration.ofSeconds(5), 5.seconds)
        assertEquals(Duration.ofMinutes(5), 5.minutes)
        assertEquals(Duration.ofHours(5), 5.hours)
        assertEquals(Duration.ofDays(5), 5.days)
        assertEquals(Duration.ofNanos(Long.MAX_VALUE), Long.MAX_VALUE.nanoseconds)
        assertEquals(Duration.ofMicros(18_446_744_073_709_551), 18_446_744_073_709_551.microseconds)
        assertEquals(Duration.ofMillis(18_446_744_073_709), 18_446_744_073_709.milliseconds)
        assertEquals(Duration.ofSeconds(18_446_744_073), 18_446_744_073.seconds)
        assertEquals(Duration.ofMinutes(307_445_734), 307_445_734L.minutes)
        assertEquals(Duration.ofHours(5_124_095), 5_124_095L.hours)
        assertEquals(Duration.ofDays(213_503), 213_503L.days)
        assertThrows(IllegalArgumentException::class.java) { (-1).seconds }
        assertThrows(IllegalArgumentException::class.java) { Long.MIN_VALUE.nanoseconds }
        assertThrows(ArithmeticException::class.java) { 213_504.days }
        assertThrows(ArithmeticException::class.java) { Long.MAX_VALUE.milliseconds }
    }

    @Test
    fun operators() {
        val three = 3
        val attempts = 3L
        assertEquals(5.seconds, 2.seconds + 3.seconds)
        assertEquals(2.seconds, 5.seconds - 3.seconds)
        assertEquals(6.seconds, 2.seconds * three)
        assertEquals(6.seconds, 2.seconds * attempts)
        assertEquals(6.seconds, 2.seconds * 3)
        assertEquals(6.seconds, 3 * 2.seconds)
        assertEquals(6.seconds, attempts * 2.seconds)
        assertEquals(3_333_333_333.nanoseconds, 10.seconds / 3)
        assertEquals(3_333_333_333.nanoseconds, 10.seconds / attempts)
        assertEquals(1.nanoseconds, 10.seconds % three)
        assertEquals(1.nanoseconds, 10.seconds % attempts)
        assertEquals(3, 10.seconds / 3.seconds)
        assertEquals(1.seconds, 10.seconds % 3.seconds)
        assertEquals(-1L ushr 1, Duration.MAX / 2.nanoseconds)
        assertEquals(1.nanoseconds, Duration.MAX % half * 1 - Duration.ofNanos(Long.MAX_VALUE - 1))
        assertTrue(1.minutes in 59.seconds..61.seconds)
        assertEquals(PosixTime.parse("1970-01-01T00:00:05Z"), PosixTime.EPOCH + 5.seconds)
        assertThrows(ArithmeticException::class.java) { 1.seconds - 2.seconds }
        assertThrows(ArithmeticException::class.java) { Duration.MAX * three }
        assertThrows(IllegalArgumentException::class.java) { 1.seconds / -three }
        assertThrows(ArithmeticException::class.java) { 1.seconds / 0 }
        assertThrows(ArithmeticException::class.java) { Duration.MAX / 1.nanoseconds }
    }

    @Test
    fun kotlinDurations() {
        val fine = Duration.ofNanos(4_611_686_018_426_999_999)
        for (duration in listOf(Duration.ZERO, 1.nanoseconds, 90.seconds, fine)) {
            assertEquals(duration, duration.toKotlinDuration().toFoliotDuration())
        }
        assertEquals(1.kotlinNanoseconds, 1.nanoseconds.toKotlinDuration())
        val coarse = Duration.ofMillis(18_446_744_073_709)
        assertEquals(18_446_744_073_709.kotlinMilliseconds, coarse.toKotlinDuration())
        assertEquals(coarse, coarse.toKotlinDuration().toFoliotDuration())
        for (duration in listOf(Duration.ofNanos(Long.MAX_VALUE), half, Duration.MAX)) {
            val refusal = assertThrows(ArithmeticException::class.java) { duration.toKotlinDuration() }
            assertTrue(refusal.message!!.startsWith("$duration exceeds the precision of kotlin.time.Duration"))
        }
        assertEquals(
            "a duration must not be negative, got -1ns",
            assertThrows(IllegalArgumentException::class.java) { (-1).kotlinNanoseconds.toFoliotDuration() }.message
        )
        assertThrows(IllegalArgumentException::class.java) { (-INFINITE).toFoliotDuration() }
        assertThrows(ArithmeticException::class.java) { INFINITE.toFoliotDuration() }
        assertThrows(ArithmeticException::class.java) { 18_446_744_074.kotlinSeconds.toFoliotDuration() }
    }

    @Test
    fun signedKotlinDurations() {
        for (nanos in listOf(0, 1, -1, 90_000_000_000, -90_000_000_000)) {
            val signed = SignedDuration.ofNanos(nanos)
            assertEquals(nanos.kotlinNanoseconds, signed.toKotlinDuration())
            assertEquals(signed, nanos.kotlinNanoseconds.toSignedDuration())
        }
        val coarse = SignedDuration.of(Duration.ofMillis(18_446_744_073_709)).negated()
        assertEquals((-18_446_744_073_709).kotlinMilliseconds, coarse.toKotlinDuration())
        assertEquals(coarse, coarse.toKotlinDuration().toSignedDuration())
        assertThrows(ArithmeticException::class.java) { SignedDuration.MIN.toKotlinDuration() }
        assertThrows(ArithmeticException::class.java) { (-INFINITE).toSignedDuration() }
    }

    @Test
    fun kotlinInstants() {
        val beforeEpoch = PosixTime.parse("1969-12-31T23:59:59.999999999999Z")
        assertEquals(Instant.fromEpochSeconds(-1, 999_999_999), beforeEpoch.toKotlinInstant())
        for (time in listOf(PosixTime.MIN, PosixTime.EPOCH, PosixTime.parse("9999-12-31T23:59:59.999999999Z"))) {
            assertEquals(time, time.toKotlinInstant().toPosixTime())
            assertEquals(Instant.parse(time.toString()), time.toKotlinInstant())
        }
        assertEquals("9999-12-31T23:59:59.999999999Z", PosixTime.MAX.toKotlinInstant().toString())
        assertThrows(ArithmeticException::class.java) { Instant.DISTANT_FUTURE.toPosixTime() }
        assertThrows(ArithmeticException::class.java) { Instant.fromEpochSeconds(253_402_300_800).toPosixTime() }
        assertThrows(ArithmeticException::class.java) { Instant.fromEpochSeconds(Long.MIN_VALUE).toPosixTime() }
    }
}
