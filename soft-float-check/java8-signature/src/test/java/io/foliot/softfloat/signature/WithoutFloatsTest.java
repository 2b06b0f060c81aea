package io.foliot.softfloat.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.mojo.animal_sniffer.Clazz;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.junit.jupiter.api.Test;

/** The signature of this build, used as Animal Sniffer uses it. */
final class WithoutFloatsTest {
  private static final Path FULL = Path.of(System.getProperty("java8.signature"));
  private static final Path FILTERED = Path.of(System.getProperty("without-floats.signature"));

  static final class CallsFloatMethod {
    static int root(int square) {
      return (int) Math.sqrt(square);
    }
  }

  static final class NamesBoxedType {
    static Object parse(String text) {
      return Double.valueOf(text);
    }
  }

  static final class UsesFloatShapedType {
    static Object sum(java.util.stream.IntStream numbers) {
      return numbers.average();
    }
  }

  static final class ReadsFloatField {
    static Class<?> type() {
      return Float.TYPE;
    }
  }

  static final class CountsInLong {
    static long sum(java.util.List<Long> numbers) {
      long sum = 0;
      for (Long number : numbers) {
        sum = Math.addExact(sum, number);
      }
      return Long.max(sum, Integer.parseInt("1"));
    }
  }

  @Test
  void catchesEachWayToUseFloats() throws IOException {
    for (Class<?> fixture :
        List.of(
            CallsFloatMethod.class,
            NamesBoxedType.class,
            UsesFloatShapedType.class,
            ReadsFloatField.class)) {
      assertEquals(List.of(), undefined(fixture, FULL), fixture + " against the whole API");
      assertFalse(undefined(fixture, FILTERED).isEmpty(), fixture + " against the filtered API");
    }
  }

  @Test
  void leavesIntegerCodeAlone() throws IOException {
    assertEquals(List.of(), undefined(CountsInLong.class, FILTERED));
  }

  @Test
  void lacksWhatCarriesFloatsAndNothingElse() throws IOException {
    Map<String, Clazz> full = load(FULL);
    Map<String, Clazz> filtered = load(FILTERED);
    Set<String> missing = new TreeSet<>(full.keySet());
    missing.removeAll(filtered.keySet());
    assertTrue(missing.contains("java/lang/Double"), missing.toString());
    assertTrue(missing.contains("java/util/stream/DoubleStream"), missing.toString());
    for (String name : missing) {
      assertTrue(name.contains("Float") || name.contains("Double"), name);
    }
    Set<String> math = filtered.get("java/lang/Math").getSignatures();
    assertTrue(math.contains("addExact(JJ)J"), math.toString());
    for (Clazz each : filtered.values()) {
      Set<String> dropped = new TreeSet<>(full.get(each.getName()).getSignatures());
      dropped.removeAll(each.getSignatures());
      for (String member : dropped) {
        String type = member.substring(Math.max(member.indexOf('('), member.indexOf('#')));
        assertTrue(isPerhapsFloat(type), each.getName() + "." + member + " was dropped");
      }
      for (String member : each.getSignatures()) {
        String type = member.substring(Math.max(member.indexOf('('), member.indexOf('#')));
        assertFalse(isCertainlyFloat(type), each.getName() + "." + member + " was kept");
      }
    }
  }

  /** Says by other means than the library whether a type has float, double or their boxes. */
  private static boolean isCertainlyFloat(String type) {
    String primitives = type.replaceAll("L[^;]*;", ";");
    return primitives.contains("D")
        || primitives.contains("F")
        || type.contains("Ljava/lang/Float;")
        || type.contains("Ljava/lang/Double;");
  }

  /** A float-shaped type of the JDK has one of two words in its name. */
  private static boolean isPerhapsFloat(String type) {
    return isCertainlyFloat(type) || type.matches(".*Ljava/[^;]*(Double|Float)[^;]*;.*");
  }

  private static Map<String, Clazz> load(Path signature) throws IOException {
    try (InputStream in = Files.newInputStream(signature)) {
      return new HashMap<>(SignatureChecker.loadClasses(in));
    }
  }

  private static List<String> undefined(Class<?> fixture, Path signature) throws IOException {
    List<String> messages = new ArrayList<>();
    Logger log = new Messages(messages);
    Path folder = Path.of(System.getProperty("test-classes"));
    Path file = folder.resolve(fixture.getName().replace('.', '/') + ".class");
    try (InputStream in = Files.newInputStream(signature)) {
      SignatureChecker checker =
          new SignatureChecker(in, Set.of("io.foliot.softfloat.signature"), log);
      checker.setSourcePath(List.of());
      checker.process(file.toFile());
    }
    return messages;
  }

  /** Keeps errors and warnings. */
  private record Messages(List<String> kept) implements Logger {
    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable error) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable error) {}

    @Override
    public void warn(String message) {
      kept.add(message);
    }

    @Override
    public void warn(String message, Throwable error) {
      kept.add(message);
    }

    @Override
    public void error(String message) {
      kept.add(message);
    }

    @Override
    public void error(String message, Throwable error) {
      kept.add(message);
    }
  }
}
