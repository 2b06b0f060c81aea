package io.foliot.verified;

import com.microsoft.z3.Native;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks z3 whether integers exist that satisfy a condition. Each question is one text in SMT-LIB, in a
 * context of its own.
 *
 * <p>A question is asked first with every product of variables as an unknown within bounds. If that has
 * no solution, the exact question has none, and linear arithmetic is decidable; nearly all questions
 * end here. Only if it has a solution is the exact question asked.
 */
final class Solver {
  enum Verdict {
    NONE,
    SOLUTION,
    UNKNOWN
  }

  /** An answer, with the inputs of a solution if it solves the exact question. */
  record Answer(Verdict verdict, Map<String, BigInteger> inputs) {}

  private static final Pattern VALUE = Pattern.compile("\\((\\w+) (?:(\\d+)|\\(- (\\d+)\\))\\)");

  // Limits in z3's units of work, so that answers do not depend on the speed of the machine.
  static final int GOAL_LIMIT = 400_000_000;
  static final int MUTANT_LIMIT = 10_000_000;
  private static final int BRANCH_LIMIT = 60_000;

  private final int goalLimit;

  /** The questions without a solution, on which the proof rests. */
  private final Set<String> refuted = new LinkedHashSet<>();

  private int questions;

  Solver(int goalLimit) {
    this.goalLimit = goalLimit;
  }

  Set<String> refuted() {
    return refuted;
  }

  int questions() {
    return questions;
  }

  /**
   * Whether a condition may hold on a path, with each product as an unknown. True if it is not known:
   * the path is then walked and its end proved in vain.
   */
  boolean mayBePossible(Path path, Condition condition) {
    return run(path.question(condition).linear(), List.of(), BRANCH_LIMIT).verdict != Verdict.NONE;
  }

  /** Whether a condition always holds on a path, by the same means. */
  boolean follows(Path path, Condition condition) {
    return !mayBePossible(path, condition.not());
  }

  /** Searches inputs of a path for which a goal is false. */
  Answer counterexample(Path path, Condition goal) {
    Condition wrong = goal.not();
    if (wrong.equals(Condition.FALSE)) {
      return new Answer(Verdict.NONE, Map.of());
    }
    Question question = path.question(wrong);
    if (!question.hasProducts()) {
      return run(question.linear(), question.inputs(), goalLimit);
    }
    Answer answer = run(question.linear(), List.of(), goalLimit);
    return answer.verdict == Verdict.NONE
        ? answer
        : run(question.exact(), question.inputs(), goalLimit);
  }

  private Answer run(String text, List<String> inputs, int limit) {
    questions++;
    long config = Native.mkConfig();
    long context = Native.mkContext(config);
    Native.delConfig(config);
    try {
      String timed = "(set-option :rlimit " + limit + ")\n" + text + "(check-sat)\n";
      String result = Native.evalSmtlib2String(context, timed).strip();
      return switch (result) {
        case "unsat" -> {
          refuted.add(text);
          yield new Answer(Verdict.NONE, Map.of());
        }
        case "sat" -> new Answer(Verdict.SOLUTION, solution(context, inputs));
        case "unknown" -> new Answer(Verdict.UNKNOWN, Map.of());
        default -> throw new IllegalStateException("z3 says " + result + " to\n" + text);
      };
    } finally {
      Native.delContext(context);
    }
  }

  private static Map<String, BigInteger> solution(long context, List<String> inputs) {
    Map<String, BigInteger> solution = new LinkedHashMap<>();
    if (!inputs.isEmpty()) {
      String request = "(get-value (" + String.join(" ", inputs) + "))";
      Matcher matcher = VALUE.matcher(Native.evalSmtlib2String(context, request));
      while (matcher.find()) {
        solution.put(
            matcher.group(1),
            matcher.group(2) != null
                ? new BigInteger(matcher.group(2))
                : new BigInteger(matcher.group(3)).negate());
      }
    }
    return solution;
  }

  static String version() {
    return Native.getFullVersion().replaceFirst("^Z3 (\\S+).*", "z3 $1");
  }
}
