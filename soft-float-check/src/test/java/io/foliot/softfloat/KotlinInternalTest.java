package io.foliot.softfloat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.softfloat.model.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is {@code internal} in Kotlin is public in class files, and no API. */
class KotlinInternalTest {
  private static final String SOURCE =
      """
      package k

      internal class Hidden { fun f(): Double = 1.0; class Nested { val v = 1.0 } }
      @PublishedApi internal class Published { fun f(): Double = 1.0 }
      open class Shown internal constructor(val a: Int, d: Double) {
        fun shown(): Double = 1.0
        internal fun hidden(d: Double): Double = d
        @PublishedApi internal fun published(): Double = 1.0
        internal val hiddenValue: Double = 1.0
        val shownValue: Float = 1f
        var mixed: Float = 1f
          internal set
        @JvmField internal val hiddenField: Double = 2.0
        internal lateinit var late: java.util.function.DoubleSupplier
        @PublishedApi internal val publishedValue: Double = 1.0
        @PublishedApi @JvmField internal val publishedField: Double = 1.0
        private val own: Double = 2.0
        companion object { internal const val HIDDEN = 1.0; const val SHOWN = 2.0 }
      }
      class Inherits : Base()
      internal open class InternalBase { fun inherited(): Double = 1.0 }
      open class Base internal constructor() { protected fun notForOthers(): Double = 1.0 }
      internal fun topHidden(d: Double) = d
      fun topShown(d: Double) = d
      internal fun overloaded(d: Double) = d
      fun overloaded(d: Float) = d
      internal val Int.half: Double get() = 0.5
      """;

  @TempDir static Path folder;
  private static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    Path source = Files.writeString(folder.resolve("K.kt"), SOURCE);
    classes = folder.resolve("classes");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                "-no-reflect",
                "-Xsuppress-version-warnings",
                "-module-name",
                "m",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertEquals(ExitCode.OK, exit, messages.toString(StandardCharsets.UTF_8));
  }

  @Test
  void isNoApi() {
    assertEquals(
        List.of(
            "API-1 k.KKt.overloaded(double)",
            "API-1 k.KKt.overloaded(float)",
            "API-1 k.KKt.topShown(double)",
            "API-1 k.Published.f()",
            "API-1 k.Shown.HIDDEN", // said by the metadata of another class, its companion
            "API-1 k.Shown.SHOWN",
            "API-1 k.Shown.getMixed()",
            "API-1 k.Shown.getPublishedValue()",
            "API-1 k.Shown.getShownValue()",
            "API-1 k.Shown.published()",
            "API-1 k.Shown.publishedField",
            "API-1 k.Shown.shown()",
            "API-10 k.Base.notForOthers()",
            "API-5 k.Shown.HIDDEN",
            "API-5 k.Shown.SHOWN"),
        found(SoftFloatCheck.builder().build().check(classes)));
  }

  @Test
  void isApiWhereAskedFor() {
    Report report = SoftFloatCheck.builder().kotlinInternal().build().check(classes);
    TreeSet<String> more = new TreeSet<>(found(report));
    more.removeAll(found(SoftFloatCheck.builder().build().check(classes)));
    assertEquals(
        List.of(
            "API-1 k.Base.notForOthers()",
            "API-1 k.Hidden$Nested.getV()",
            "API-1 k.Hidden.f()",
            "API-1 k.InternalBase.inherited()",
            "API-1 k.KKt.getHalf(int)",
            "API-1 k.KKt.topHidden(double)",
            "API-1 k.Shown.getHiddenValue$m()",
            "API-1 k.Shown.hidden$m(double)",
            "API-1 k.Shown.hiddenField",
            "API-1 k.Shown.new(int, double)",
            "API-1 k.Shown.setMixed$m(float)",
            "API-3 k.Shown.getLate$m()",
            "API-3 k.Shown.late",
            "API-3 k.Shown.setLate$m(java.util.function.DoubleSupplier)"),
        List.copyOf(more));
  }

  /** What cannot be read hides nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "x", // not marked as bytes
        "\\0", // no table of names
        "\\0\\377", // half a length
        "\\0\\377\\377\\377\\377\\377\\377\\377\\377\\377\\377\\377", // a length of more than ten
        // bytes
        "\\0\\177", // a length behind the end
        "\\0\\0\\10", // a field without its number
        "\\0\\0\\7", // a wire type that there is not
        "\\0\\0\\112\\2\\20\\177", // a function whose name is in no table
        "\\0\\0\\112\\7\\20\\377\\377\\377\\377\\377\\1", // a name behind all tables
      })
  void damagedMetadataHidesNothing(String data) throws IOException {
    Path damaged =
        Sources.compile(
            folder,
            "package kotlin; public @interface Metadata { int k(); String[] d1(); String[] d2(); }",
            "@kotlin.Metadata(k = 1, d1 = \""
                + data
                + "\", d2 = {}) public class A {"
                + " public double d() { return 1; } }");
    assertEquals(List.of("API-1 A.d()"), found(SoftFloatCheck.builder().build().check(damaged)));
  }

  private static List<String> found(Report report) {
    TreeSet<String> found = new TreeSet<>();
    report
        .findings()
        .forEach(each -> found.add(each.rule().id() + " " + each.location().displayName()));
    return List.copyOf(found);
  }
}
