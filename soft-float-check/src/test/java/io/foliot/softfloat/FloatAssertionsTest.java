package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.model.Rule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assertion for tests of other projects. */
final class FloatAssertionsTest {
  @TempDir Path folder;

  @Test
  void passesOnIntegersAndOnThisLibrary() throws IOException {
    Path clean = Sources.compile(folder, "public class A { public long nanos; }");
    assertDoesNotThrow(() -> FloatAssertions.assertFloatFree(clean));
    assertDoesNotThrow(() -> FloatAssertions.assertFloatFree(SoftFloatCheck.class));
  }

  @Test
  void failsWithThePlaceAndTheHint() throws IOException {
    Path bad = Sources.compile(folder, "public class A { public double seconds() { return 1; } }");
    AssertionError error =
        assertThrows(AssertionError.class, () -> FloatAssertions.assertFloatFree(bad));
    assertEquals(
        "1 use of floating point\nerror API-1 A.seconds() (A.java:1): returns double. "
            + Rule.API_PRIMITIVE.hint(),
        error.getMessage());
    SoftFloatCheck lenient = SoftFloatCheck.builder().disable(Rule.API_PRIMITIVE).build();
    assertDoesNotThrow(() -> FloatAssertions.assertFloatFree(lenient, bad));
  }

  @Test
  void failsWithoutClasses() {
    Path missing = folder.resolve("missing.jar");
    AssertionError error =
        assertThrows(AssertionError.class, () -> FloatAssertions.assertFloatFree(missing));
    assertTrue(error.getMessage().contains("no such file"), error.getMessage());
    assertThrows(AssertionError.class, () -> FloatAssertions.assertFloatFree(folder));
    assertThrows(
        IllegalArgumentException.class, () -> FloatAssertions.assertFloatFree(String.class));
  }

  @Test
  void showsTwentyOfMany() throws IOException {
    StringBuilder source = new StringBuilder("public class A {");
    for (int i = 0; i < 25; i++) {
      source.append("public float f").append(i).append(';');
    }
    Path bad = Sources.compile(folder, source.append('}').toString());
    AssertionError error =
        assertThrows(AssertionError.class, () -> FloatAssertions.assertFloatFree(bad));
    assertEquals(22, error.getMessage().lines().count());
    assertTrue(error.getMessage().endsWith("and 5 more"));
  }
}
