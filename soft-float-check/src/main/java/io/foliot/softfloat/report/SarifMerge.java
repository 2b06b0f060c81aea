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

/** Puts the runs of several SARIF files into one. Each run stays as it is, whoever wrote it. */
public final class SarifMerge {
  private static final String VERSION = "2.1.0";
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private final List<JsonObject> runs = new ArrayList<>();

  /** Which file has the run of an identifier. */
  private final Map<String, String> files = new HashMap<>();

  /** Without runs. */
  public SarifMerge() {}

  /**
   * Adds the runs of a file.
   *
   * @param file how messages name the file
   * @param text its content
   * @throws IllegalArgumentException if the text is not SARIF 2.1.0, has more than runs, or has a
   *     run that another file has as well
   */
  public void add(String file, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      log(file, reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Refused("not JSON: there is more after the end" + at(reader));
      }
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever the reader objects to; it says where, in a first line.
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      reason = reason.replaceFirst("^Use JsonReader.* to accept ", "");
      throw new Refused("not SARIF: " + reason);
    }
  }

  /** What is wrong with the file; unlike other exceptions it has a message for users. */
  private static final class Refused extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private void log(String file, JsonReader reader) throws IOException {
    Set<String> seen = new HashSet<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!seen.add(name)) {
        throw new Refused("not SARIF: the name \"" + name + "\" is there twice");
      }
      switch (name) {
        case "$schema" -> reader.skipValue();
        case "version" -> {
          String version = reader.nextString();
          if (!version.equals(VERSION)) {
            throw new Refused("SARIF version " + version + "; expected " + VERSION);
          }
        }
        case "runs" -> {
          reader.beginArray();
          while (reader.hasNext()) {
            add(file, JsonParser.parseReader(reader));
          }
          reader.endArray();
        }
        default -> throw new Refused("has \"" + name + "\" beside its runs, which would be lost");
      }
    }
    reader.endObject();
    if (!seen.containsAll(Set.of("version", "runs"))) {
      throw new Refused("not SARIF: it has no \"version\" or no \"runs\"");
    }
  }

  private void add(String file, JsonElement run) {
    JsonObject object = run.getAsJsonObject();
    if (object.has("automationDetails")) {
      JsonElement id = object.getAsJsonObject("automationDetails").get("id");
      String other = id == null ? null : files.put(id.getAsString(), file);
      if (other != null) {
        throw new Refused("has the run " + id + ", which " + other + " has as well");
      }
    }
    runs.add(object);
  }

  private static String at(JsonReader reader) {
    return " of " + reader.getPath();
  }

  /**
   * The runs so far.
   *
   * @return how many there are
   */
  public int size() {
    return runs.size();
  }

  /**
   * Writes one file with all runs.
   *
   * @param out where to; it is not closed
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
