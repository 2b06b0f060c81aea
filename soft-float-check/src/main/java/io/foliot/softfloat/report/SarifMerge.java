package io.foliot.softfloat.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Serial;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges the runs of several SARIF files, unchanged and from any tool, into one file. */
public final class SarifMerge {
  private static final String VERSION = "2.1.0";
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private final List<JsonObject> runs = new ArrayList<>();

  /** The file of each run identifier. */
  private final Map<String, String> files = new HashMap<>();

  /** Creates a merge without runs. */
  public SarifMerge() {}

  /**
   * Adds the runs of a file.
   *
   * @param file the name of the file, for messages
   * @param text its content
   * @throws IllegalArgumentException if the text is not SARIF 2.1.0, contains more than runs, or
   *     contains a run of another file
   */
  public void add(String file, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      log(file, reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new InvalidSarifException("not SARIF: text after the end of the JSON object");
      }
    } catch (InvalidSarifException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The first line of the message says what is wrong and where.
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      reason = reason.replaceFirst("^Use JsonReader.* to accept ", "");
      throw new InvalidSarifException("not SARIF: " + reason);
    }
  }

  /** Rejects a file; unlike other exceptions it has a message for users. */
  private static final class InvalidSarifException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    InvalidSarifException(String message) {
      super(message);
    }
  }

  private void log(String file, JsonReader reader) throws IOException {
    Set<String> seen = new HashSet<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!seen.add(name)) {
        throw new InvalidSarifException("not SARIF: duplicate name \"" + name + "\"");
      }
      switch (name) {
        case "$schema" -> reader.skipValue();
        case "version" -> {
          String version = reader.nextString();
          if (!version.equals(VERSION)) {
            throw new InvalidSarifException("SARIF version " + version + "; expected " + VERSION);
          }
        }
        case "runs" -> {
          reader.beginArray();
          while (reader.hasNext()) {
            add(file, JsonParser.parseReader(reader));
          }
          reader.endArray();
        }
        default ->
            throw new InvalidSarifException(
                "contains \"" + name + "\" beside its runs, which a merge would lose");
      }
    }
    reader.endObject();
    if (!seen.containsAll(Set.of("version", "runs"))) {
      throw new InvalidSarifException("not SARIF: no \"version\" or no \"runs\"");
    }
  }

  private void add(String file, JsonElement run) {
    JsonObject object = run.getAsJsonObject();
    if (object.has("automationDetails")) {
      JsonElement id = object.getAsJsonObject("automationDetails").get("id");
      String other = id == null ? null : files.put(id.getAsString(), file);
      if (other != null) {
        throw new InvalidSarifException("contains the run " + id + ", as " + other + " does");
      }
    }
    runs.add(object);
  }

  /** {@return the number of runs} */
  public int size() {
    return runs.size();
  }

  /**
   * Writes one file with all runs.
   *
   * @param out the destination, which stays open
   * @throws IOException if {@code out} throws it
   */
  public void write(Appendable out) throws IOException {
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SarifReport.SCHEMA);
    log.addProperty("version", VERSION);
    log.add("runs", GSON.toJsonTree(runs));
    out.append(GSON.toJson(log)).append('\n');
  }
}
