package io.foliot.softfloat.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables that can hold more kinds of objects than are told apart lose none of them. */
final class ReachLimitTest {
  private static final int KINDS = 300;

  @TempDir Path folder;

  @Test
  void oneOfManyKindsThatAreReturnedIsEntered() throws Exception {
    assertEquals(
        List.of("A$Last.run()"),
        errors(
            """
            static Object o;
            static final class Last implements Runnable {
              public void run() { int a = (int) (hashCode() * 1.5f); }
            }
            public void fill() { %s o = new Last(); }
            public Object get() { return o; }
            """));
  }

  @Test
  void oneOfManyKindsIsCalled() throws Exception {
    assertEquals(
        List.of("A.call()"),
        errors(
            """
            static Object o;
            static final class Last {
              @Override public int hashCode() { return (int) (System.nanoTime() * 1.5f); }
            }
            public void fill() { %s o = new Last(); }
            public int call() { return o.hashCode(); }
            """));
  }

  @Test
  void oneOfManyKindsIsFoundInAnArrayAmongThem() throws Exception {
    assertEquals(
        List.of("A.call()"),
        errors(
            """
            private Object o = new int[2][3];
            static final class Last {
              int f() { return (int) (hashCode() * 1.5f); }
            }
            public void fill() { %s o = new Last(); o = new Object[1]; }
            public void store() { Object[] a = (Object[]) o; a[0] = o; }
            public int call() { Object[] a = (Object[]) o; return ((Last) a[0]).f(); }
            public int[][] ints() { return new int[2][3]; }
            """));
  }

  private List<String> errors(String body) throws Exception {
    StringBuilder classes = new StringBuilder();
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < KINDS; i++) {
      classes.append("static final class C").append(i).append(" {}\n");
      made.append("o = new C").append(i).append("();\n");
    }
    String source = "public class A {\n" + classes + body.replace("%s", made) + "}\n";
    Path compiled = Compiling.compile(folder, Map.of("A.java", source), "");
    Report report = SoftFloatCheck.builder().depths(Depth.REACH).build().check(compiled);
    List<String> names = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.rule() == Rule.REACH_FLOAT) {
        names.add(finding.location().displayName());
      }
    }
    return names;
  }
}
