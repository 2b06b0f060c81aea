package io.foliot.softfloat.internal.report;

import io.foliot.softfloat.internal.input.BadInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the runs of several SARIF files into one, as they are: rules, paths and fingerprints stay
 * the same to the letter.
 */
public final class SarifMerge {
  private final List<String> runs = new ArrayList<>();
  private final Map<String, String> files = new HashMap<>();

  /** Without runs. */
  public SarifMerge() {}

  /**
   * Adds the runs of a file.
   *
   * @param file how messages name the file
   * @param text its content
   * @throws BadInputException if it is not SARIF 2.1.0, or has a run that is there already
   */
  public void add(String file, String text) throws BadInputException {
    Map<String, String> log = JsonText.members(text);
    String version = log.remove("version");
    String found = log.remove("runs");
    log.remove("$schema");
    if (version == null || found == null) {
      throw new BadInputException("not SARIF: it has no \"version\" or no \"runs\"");
    }
    if (!version.equals("\"2.1.0\"")) {
      throw new BadInputException("SARIF version " + version + "; expected \"2.1.0\"");
    }
    if (!log.isEmpty()) {
      throw new BadInputException(
          "has \"" + log.keySet().iterator().next() + "\" beside its runs, which would be lost");
    }
    for (String run : JsonText.elements(found)) {
      String details = member(run, "automationDetails");
      String id = details == null ? null : member(details, "id");
      String other = id == null ? null : files.put(id, file);
      if (other != null) {
        throw new BadInputException("has the run " + id + ", which " + other + " has as well");
      }
      runs.add(run);
    }
  }

  private static String member(String value, String name) throws BadInputException {
    if (!value.startsWith("{")) {
      throw new BadInputException("not SARIF: a run or its automationDetails is not an object");
    }
    return JsonText.members(value).get(name);
  }

  /**
   * How many runs there are.
   *
   * @return the number
   */
  public int size() {
    return runs.size();
  }

  /**
   * Writes all runs as one file.
   *
   * @param out where to; it is not closed
   * @throws IOException if {@code out} throws it
   */
  public void write(Appendable out) throws IOException {
    out.append("{\n  \"$schema\": \"").append(SarifReport.SCHEMA).append("\",\n");
    out.append("  \"version\": \"2.1.0\",\n  \"runs\": [");
    String separator = "\n    ";
    for (String run : runs) {
      out.append(separator).append(run);
      separator = ",\n    ";
    }
    out.append(runs.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }
}
