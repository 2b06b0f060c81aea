package io.foliot.softfloat.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes some hundred methods of the JDK with every floating-point instruction observed, and
 * compares with what the reach depth says about them: it must have announced each.
 */
final class ReachOracleTest {
  @TempDir Path folder;

  @Test
  void nothingThatIsCalledUnreachableIsExecuted() throws Exception {
    EntryPoints points = new EntryPoints();
    Path classes =
        Compiling.compile(folder, points.source(), System.getProperty("java.class.path"));
    Report report = SoftFloatCheck.builder().depths(Depth.REACH).build().check(classes);
    Set<String> announced = new HashSet<>();
    for (Finding finding : report.findings()) {
      if (finding.severity() != Severity.INFO) {
        announced.add(finding.location().member());
      }
    }
    List<Observation.Entry> observed =
        new Observation(folder).run(classes, "Generated", points.calls().size());
    List<String> missed = new ArrayList<>();
    int executed = 0;
    int returned = 0;
    for (Observation.Entry entry : observed) {
      boolean isReturned = entry.outcome().equals("returned");
      returned += isReturned ? 1 : 0;
      // Where it fails, it may format a message: the check says that it does not follow that.
      if (isReturned && !entry.methods().isEmpty()) {
        executed++;
        if (!announced.contains("e" + entry.number())) {
          missed.add(points.calls().get(entry.number()) + " executed " + entry.methods());
        }
      }
    }
    String summary =
        points.calls().size()
            + " entry points, "
            + returned
            + " returned, "
            + executed
            + " executed floating point, "
            + announced.size()
            + " announced";
    System.out.println("reach oracle: " + summary);
    assertEquals(List.of(), missed, summary);
    assertTrue(returned > 300 && executed > 20, summary);
    assertTrue(announced.size() < points.calls().size() / 2, summary);
  }
}
