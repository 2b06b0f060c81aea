package io.foliot.softfloat.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.softfloat.SoftFloatCheck;
import io.foliot.softfloat.model.Depth;
import io.foliot.softfloat.model.Finding;
import io.foliot.softfloat.model.Report;
import io.foliot.softfloat.model.Rule;
import io.foliot.softfloat.oracle.ReachProgram.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark of soundness of the reach depth: small programs with the answer by construction.
 * Those that can be executed are, with every floating-point instruction observed, so that the
 * answers themselves are tested.
 */
final class ReachProgramsTest {
  /** The releases of the JDK of which it is known where the check is wrong. */
  private static final Set<Integer> RELEASES = Set.of(17, 25);

  @TempDir static Path folder;

  @Test
  void everyProgramIsJudgedAsItWasMade() throws Exception {
    List<ReachProgram> programs = ReachProgram.all();
    Path classes = compile(programs);
    List<String> wrong = new ArrayList<>();
    Map<Answer, Integer> made = new EnumMap<>(Answer.class);
    int documented = 0;
    int release = Runtime.version().feature();
    for (ReachProgram program : programs) {
      if (program.wrongOn() != 0 && !RELEASES.contains(release)) {
        continue;
      }
      made.merge(program.expected(), 1, Integer::sum);
      Report report = check(root(classes, program));
      if (!report.problems().isEmpty()) {
        wrong.add(program + ": " + report.problems());
      }
      Answer found = answer(report);
      boolean isWrong = program.isWrongOn(release);
      documented += isWrong ? 1 : 0;
      if (isWrong == (found == program.expected())) {
        wrong.add(program + ": " + found + shown(report) + "; expected " + program.expected());
      } else if (!program.at().isEmpty()
          && !program.at().equals(String.join(" ", errors(report)))) {
        wrong.add(program + ": errors at " + errors(report) + "; expected " + program.at());
      }
    }
    System.out.println(
        "reach programs: "
            + programs.size()
            + " "
            + made
            + ", "
            + documented
            + " wrong as documented, "
            + wrong.size()
            + " wrong");
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    assertTrue(programs.size() >= 150);
  }

  @Test
  void theAnswersHoldWhenTheProgramsRun() throws Exception {
    List<ReachProgram> programs = new ArrayList<>();
    for (ReachProgram program : ReachProgram.all()) {
      if (program.isRun()) {
        programs.add(program);
      }
    }
    Map<String, String> files = files(programs, true);
    files.put("Generated.java", driver(programs));
    Path classes = Compiling.compile(folder, files, System.getProperty("java.class.path"));
    List<String> wrong = new ArrayList<>();
    int executed = 0;
    for (Observation.Entry entry :
        new Observation(folder).run(classes, "Generated", programs.size())) {
      ReachProgram program = programs.get(entry.number());
      boolean isFloat = !entry.methods().isEmpty();
      executed += isFloat ? 1 : 0;
      // A class initialiser of the JDK may have run before.
      boolean isRight =
          program.expected() == Answer.ONCE || isFloat == (program.expected() == Answer.FLOAT);
      if (!entry.outcome().equals("returned") || !isRight) {
        wrong.add(program + ": " + entry);
      }
    }
    System.out.println(
        "reach programs: " + programs.size() + " run, " + executed + " execute floating point");
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
  }

  private static Map<String, String> files(List<ReachProgram> programs, boolean withRun) {
    Map<String, String> files = new HashMap<>();
    for (ReachProgram program : programs) {
      for (Map.Entry<String, String> each : program.files().entrySet()) {
        boolean isSource = each.getKey().endsWith(".java");
        if (isSource && (withRun || !each.getKey().endsWith("/Run.java"))) {
          files.put(each.getKey(), each.getValue());
        }
      }
    }
    return files;
  }

  private static Path compile(List<ReachProgram> programs) throws IOException {
    return Compiling.compile(folder, files(programs, false), "");
  }

  /** Each program is an input of its own: its package in a folder, with its other files. */
  private static Path root(Path classes, ReachProgram program) throws IOException {
    Path root = Files.createDirectories(folder.resolve("roots").resolve(program.packageName()));
    Files.move(classes.resolve(program.packageName()), root.resolve(program.packageName()));
    for (Map.Entry<String, String> each : program.files().entrySet()) {
      if (!each.getKey().endsWith(".java")) {
        Path file = root.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
    }
    return root;
  }

  private static String driver(List<ReachProgram> programs) {
    StringBuilder text = new StringBuilder();
    text.append(
        "public final class Generated implements io.foliot.softfloat.oracle.Observer.Entries {\n");
    text.append("  public void run(int n) throws Throwable { switch (n) {\n");
    for (int i = 0; i < programs.size(); i++) {
      text.append("    case ").append(i).append(": ").append(programs.get(i).packageName());
      text.append(".Run.run(); break;\n");
    }
    return text.append("    default: throw new AssertionError(n); } }\n}\n").toString();
  }

  private static Report check(Path root) {
    return SoftFloatCheck.builder().depths(Depth.REACH).build().check(root);
  }

  private static Answer answer(Report report) {
    Set<Rule> rules = new HashSet<>();
    for (Finding finding : report.findings()) {
      rules.add(finding.rule());
    }
    if (rules.contains(Rule.REACH_FLOAT)) {
      return Answer.FLOAT;
    }
    if (rules.contains(Rule.REACH_INITIALIZER)) {
      return Answer.ONCE;
    }
    return rules.contains(Rule.REACH_UNKNOWN) ? Answer.UNKNOWN : Answer.CLEAN;
  }

  private static List<String> errors(Report report) {
    List<String> names = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.rule() == Rule.REACH_FLOAT) {
        String name = finding.location().displayName();
        names.add(name.substring(name.indexOf('.') + 1));
      }
    }
    return names;
  }

  private static String shown(Report report) {
    List<String> shown = new ArrayList<>();
    for (Finding finding : report.findings()) {
      shown.add(finding.rule().id() + " " + finding.evidence() + " " + finding.message());
    }
    return " " + shown;
  }
}
