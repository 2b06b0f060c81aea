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
 * Findings that a project accepts for now, stored as a text file with one line per finding. New
 * findings fail a check, and so do entries that match no finding ({@link Rule#BASELINE_STALE}).
 * Entries match by {@link Finding#fingerprint()}, which does not depend on lines and folders.
 * Immutable and thread-safe.
 *
 * <p>A line holds the rule, the fingerprint, the class and member for readers, and {@code xN} if N
 * findings share the fingerprint. Empty lines and lines that start with {@code #} are comments.
 */
public final class Baseline {
  private static final Baseline EMPTY = new Baseline("", Map.of());
  private static final int MAX_SHOWN = 80;
  private static final String HEADER =
      """
      # Floating point that is accepted for now, written by soft-float-check baseline.
      # An entry that matches no finding fails the check: delete its line.
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

  /** {@return a baseline that accepts nothing} */
  public static Baseline empty() {
    return EMPTY;
  }

  /**
   * Creates a baseline that accepts findings.
   *
   * @param findings the findings
   * @return a baseline with an entry for each of them
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
   * Reads a baseline file.
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
   * Parses the text of a baseline file.
   *
   * @param text the text
   * @param file the name of the file, for messages
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
          throw bad(file, number, "the entry of line " + twin.line() + " again", "each entry once");
        }
      }
    }
    return new Baseline(file, entries);
  }

  private static Entry entry(String line, String file, int number) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw bad(
          file,
          number,
          "\"" + line + "\"",
          "a rule, 16 hexadecimal digits, a name and optionally xN");
    }
    Rule rule =
        Rule.byId(matcher.group(1))
            .orElseThrow(
                () ->
                    bad(
                        file,
                        number,
                        "the unknown rule " + matcher.group(1),
                        "a rule that soft-float-check rules lists"));
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

  /** Makes text printable and short: the file may be anything, such as an image. */
  private static String shown(String found) {
    String cut = found.length() <= MAX_SHOWN ? found : found.substring(0, MAX_SHOWN) + "\u2026";
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\ufffd]", "?");
  }

  /** {@return the number of entries} */
  public int size() {
    return entries.size();
  }

  /**
   * Counts the entries of this baseline that another one lacks.
   *
   * @param other the other baseline
   * @return the number of entries that only this baseline has, or has with a higher count
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
   * Updates this baseline after a check. Entries outside the scope of the check stay unchanged.
   *
   * @param found the findings of the check, which ran without this baseline
   * @param rules the rules in the scope of the check
   * @param classes the classes in the scope of the check, by binary name
   * @param onlyRemove whether to drop stale entries without adding new ones
   * @return the updated baseline
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
   * Writes the file, sorted by name.
   *
   * @param out the destination, which stays open
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
   * Removes the accepted findings and adds findings for stale entries.
   *
   * @param findings all findings, sorted
   * @param accepted receives the removed findings, and stays sorted
   * @param rules the rules in the scope of the check
   * @param classes the classes in the scope of the check, by binary name
   * @param severities the severity of each rule; rules without one are off
   * @return the remaining findings, sorted
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
                ? " matches no finding"
                : " matches "
                    + (entry.count() - missing)
                    + " of "
                    + entry.count()
                    + " expected findings");
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

  /** The class and, after {@code #}, the member, without the controls that class files allow. */
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
