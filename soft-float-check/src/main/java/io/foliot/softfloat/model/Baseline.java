package io.foliot.softfloat.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Findings that a project accepts for now, as a text file with one line for each: new findings fail
 * a check, and so do entries that are not found any more ({@link Rule#BASELINE_STALE}). Entries are
 * recognised by {@link Finding#fingerprint()}, which lines and folders do not change. Immutable and
 * safe for use by several threads.
 *
 * <p>A line holds the rule, the fingerprint, the class and the member for people, and {@code xN} if
 * N findings share the fingerprint. Empty lines and lines that start with {@code #} are comments.
 */
public final class Baseline {
  private static final Baseline EMPTY = new Baseline("", Map.of());
  private static final int MAX_SHOWN = 80;
  private static final String HEADER =
      """
      # Floating point that is accepted for now; soft-float-check baseline writes this file.
      # An entry that is not found any more fails the check: delete its line.
      """;

  private static final Pattern LINE =
      Pattern.compile("(\\S+) +([0-9a-f]{16}) +(\\S.*?)(?:(?<! ) +x([1-9][0-9]{0,8}))?");

  /** One line of the file. */
  private record Entry(Rule rule, String fingerprint, String name, int count, int line) {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::name)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::fingerprint);

    String className() {
      int end = name.indexOf('#');
      return end < 0 ? name : name.substring(0, end);
    }
  }

  private final String file;
  private final Map<String, Entry> entries;

  private Baseline(String file, Map<String, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * A baseline that accepts nothing.
   *
   * @return the empty baseline
   */
  public static Baseline empty() {
    return EMPTY;
  }

  /**
   * Accepts findings.
   *
   * @param findings what to accept
   * @return a baseline with an entry for each
   */
  public static Baseline of(Collection<Finding> findings) {
    Map<String, Entry> entries = new TreeMap<>();
    for (Finding each : findings) {
      entries.merge(
          each.fingerprint(),
          new Entry(each.rule(), each.fingerprint(), name(each.location()), 1, 0),
          (old, added) -> withCount(old, old.count() + 1));
    }
    return new Baseline("", entries);
  }

  /**
   * Reads a file.
   *
   * @param path the file, in UTF-8
   * @return the baseline
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line is not an entry; the message names file and line
   */
  public static Baseline read(Path path) throws IOException {
    String name = path.toString().replace('\\', '/');
    return parse(new String(Files.readAllBytes(path), StandardCharsets.UTF_8), name);
  }

  /**
   * Reads text.
   *
   * @param text the lines
   * @param file how messages name the text
   * @return the baseline
   * @throws IllegalArgumentException if a line is not an entry; the message names file and line
   */
  public static Baseline parse(String text, String file) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int number = 0;
    // Editors on Windows mark UTF-8 at the start of a file.
    String lines = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (String line : lines.split("\\R", -1)) {
      number++;
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        Entry entry = entry(trimmed, file, number);
        Entry twin = entries.putIfAbsent(entry.fingerprint(), entry);
        if (twin != null) {
          throw bad(file, number, "the same entry as line " + twin.line(), "one line for each");
        }
      }
    }
    return new Baseline(file, entries);
  }

  private static Entry entry(String line, String file, int number) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw bad(
          file, number, "\"" + line + "\"", "a rule, 16 hexadecimal digits, a name and perhaps xN");
    }
    Rule rule =
        Rule.byId(matcher.group(1))
            .orElseThrow(
                () -> bad(file, number, "the rule " + matcher.group(1), "a rule that exists"));
    String count = matcher.group(4);
    return new Entry(
        rule,
        matcher.group(2),
        matcher.group(3),
        count == null ? 1 : Integer.parseInt(count),
        number);
  }

  private static IllegalArgumentException bad(
      String file, int line, String found, String expected) {
    return new IllegalArgumentException(
        file + ":" + line + ": found " + shown(found) + "; expected " + expected);
  }

  /** The file may be anything, a picture for example. */
  private static String shown(String found) {
    String cut = found.length() <= MAX_SHOWN ? found : found.substring(0, MAX_SHOWN) + "\u2026";
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\ufffd]", "?");
  }

  /**
   * The number of entries.
   *
   * @return how many lines the file has beside comments
   */
  public int size() {
    return entries.size();
  }

  /**
   * How many entries of this baseline are not in another one.
   *
   * @param other the other baseline
   * @return the number of entries that only this one has, or has with a higher count
   */
  public int countNotIn(Baseline other) {
    int count = 0;
    for (Entry entry : entries.values()) {
      Entry twin = other.entries.get(entry.fingerprint());
      if (twin == null || twin.count() < entry.count()) {
        count++;
      }
    }
    return count;
  }

  /**
   * This baseline after another check: the entries that the check did not look for stay as they
   * are.
   *
   * @param found what the check found, without regard to this baseline
   * @param rules whether the check looked for findings of a rule
   * @param classes whether the check looked at a class, by binary name
   * @param onlyRemove whether new findings stay out
   * @return the new baseline
   */
  public Baseline updated(
      Collection<Finding> found,
      Predicate<Rule> rules,
      Predicate<String> classes,
      boolean onlyRemove) {
    Map<String, Entry> next = new TreeMap<>(of(found).entries);
    if (onlyRemove) {
      next.keySet().retainAll(entries.keySet());
      next.replaceAll(
          (key, entry) -> withCount(entry, Math.min(entry.count(), entries.get(key).count())));
    }
    for (Entry entry : entries.values()) {
      if (!rules.test(entry.rule()) || !classes.test(entry.className())) {
        next.put(entry.fingerprint(), entry);
      }
    }
    return new Baseline(file, next);
  }

  /**
   * Writes the lines, sorted by name.
   *
   * @param out where to; it is not closed
   * @throws IOException if {@code out} throws it
   */
  public void write(Appendable out) throws IOException {
    out.append(HEADER);
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort(Entry.ORDER);
    for (Entry entry : sorted) {
      String id = entry.rule().id();
      out.append(id).append(" ".repeat(Math.max(1, 8 - id.length()))).append(entry.fingerprint());
      out.append("  ").append(entry.name());
      if (entry.count() > 1) {
        out.append("  x").append(Integer.toString(entry.count()));
      }
      out.append('\n');
    }
  }

  /**
   * Takes accepted findings out of others, and adds those about stale entries.
   *
   * @param findings sorted findings
   * @param accepted receives what is taken out, and is kept sorted
   * @param rules whether a rule was checked
   * @param classes whether a class, by binary name, was checked
   * @param severities severity of each rule; rules without one are off
   * @return what is left, sorted
   */
  public List<Finding> apply(
      List<Finding> findings,
      List<Suppression> accepted,
      Predicate<Rule> rules,
      Predicate<String> classes,
      Map<Rule, Severity> severities) {
    Map<String, Integer> left = new HashMap<>();
    entries.forEach((fingerprint, entry) -> left.put(fingerprint, entry.count()));
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      int count = left.getOrDefault(finding.fingerprint(), 0);
      if (count > 0) {
        left.put(finding.fingerprint(), count - 1);
        accepted.add(new Suppression(finding, Suppression.Origin.BASELINE, "listed in " + file));
      } else {
        kept.add(finding);
      }
    }
    Severity severity = severities.get(Rule.BASELINE_STALE);
    for (Entry entry : entries.values()) {
      int missing = left.get(entry.fingerprint());
      boolean judged = rules.test(entry.rule()) && classes.test(entry.className());
      if (missing > 0 && judged && severity != null) {
        kept.add(stale(entry, missing, severity));
      }
    }
    accepted.sort(null);
    kept.sort(null);
    return kept;
  }

  private Finding stale(Entry entry, int missing, Severity severity) {
    String what =
        entry.rule().id()
            + (entry.count() == missing
                ? " is not found any more"
                : " is found " + (entry.count() - missing) + " times, not " + entry.count());
    return new Finding(
        Rule.BASELINE_STALE,
        severity,
        new Location(file, "", 0, entry.name(), MemberKind.CLASS, "", "", "", entry.line()),
        what + " (line " + entry.line() + ")",
        List.of());
  }

  private static Entry withCount(Entry entry, int count) {
    return new Entry(entry.rule(), entry.fingerprint(), entry.name(), count, entry.line());
  }

  /** The class and, after {@code #}, the member; names come from class files, so controls go. */
  private static String name(Location at) {
    String display = at.displayName();
    int length = at.className().length();
    String name =
        display.length() == length
            ? display
            : at.className() + "#" + display.substring(length).replaceFirst("^\\.", "");
    return name.replaceAll("\\p{Cntrl}", "?").replaceAll(" {2,}", " ").strip();
  }
}
