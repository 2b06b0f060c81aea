package io.foliot.softfloat.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Writes JSON in the order of the calls, indented by two spaces. */
final class JsonWriting {
  private final Appendable out;
  private final JsonWriter json;

  JsonWriting(Appendable out) {
    this.out = out;
    json = new JsonWriter(new AppendableWriter(out));
    json.setIndent("  ");
  }

  JsonWriting object() throws IOException {
    json.beginObject();
    return this;
  }

  JsonWriting endObject() throws IOException {
    json.endObject();
    return this;
  }

  JsonWriting array() throws IOException {
    json.beginArray();
    return this;
  }

  JsonWriting endArray() throws IOException {
    json.endArray();
    return this;
  }

  /** Writes the name of the next member. */
  JsonWriting name(String name) throws IOException {
    json.name(name);
    return this;
  }

  JsonWriting value(String text) throws IOException {
    json.value(encodable(text));
    return this;
  }

  JsonWriting value(boolean truth) throws IOException {
    json.value(truth);
    return this;
  }

  JsonWriting field(String name, String text) throws IOException {
    return name(name).value(text);
  }

  JsonWriting field(String name, long number) throws IOException {
    json.name(name).value(number);
    return this;
  }

  /** Writes a field unless its text is empty. */
  JsonWriting optional(String name, String text) throws IOException {
    return text.isEmpty() ? this : field(name, text);
  }

  /** Writes a field unless its number is 0. */
  JsonWriting optional(String name, long number) throws IOException {
    return number == 0 ? this : field(name, number);
  }

  JsonWriting strings(String name, Iterable<String> texts) throws IOException {
    name(name).array();
    for (String text : texts) {
      value(text);
    }
    return endArray();
  }

  /** Ends the document with a line feed. */
  void end() throws IOException {
    json.flush();
    out.append('\n');
  }

  /** Replaces unpaired surrogates, which class files allow and UTF-8 cannot encode. */
  private static String encodable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Adapts an appendable, which its owner flushes and closes. */
  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.append(CharBuffer.wrap(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      out.append(text, from, from + length);
    }

    @Override
    public void flush() {
      // Left to the owner.
    }

    @Override
    public void close() {
      // Left to the owner.
    }
  }
}
