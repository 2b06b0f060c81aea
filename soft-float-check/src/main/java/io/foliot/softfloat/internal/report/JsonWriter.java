package io.foliot.softfloat.internal.report;

import java.io.IOException;

/**
 * Writes JSON (RFC 8259), indented by two spaces. Whatever a string holds, the output is plain
 * valid JSON: controls, line separators and unpaired surrogates are escaped. Not safe for use by
 * several threads.
 */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final Appendable out;
  private int depth;
  private boolean empty = true;
  private boolean named;

  JsonWriter(Appendable out) {
    this.out = out;
  }

  JsonWriter object() throws IOException {
    return open('{');
  }

  JsonWriter endObject() throws IOException {
    return close('}');
  }

  JsonWriter array() throws IOException {
    return open('[');
  }

  JsonWriter endArray() throws IOException {
    return close(']');
  }

  /** The name of the next value of an object. */
  JsonWriter name(String name) throws IOException {
    separate();
    string(name);
    out.append(": ");
    named = true;
    return this;
  }

  JsonWriter value(String text) throws IOException {
    separate();
    string(text);
    return this;
  }

  JsonWriter value(long number) throws IOException {
    separate();
    out.append(Long.toString(number));
    return this;
  }

  JsonWriter value(boolean truth) throws IOException {
    separate();
    out.append(Boolean.toString(truth));
    return this;
  }

  JsonWriter field(String name, String text) throws IOException {
    return name(name).value(text);
  }

  JsonWriter field(String name, long number) throws IOException {
    return name(name).value(number);
  }

  /** Leaves the field out if the text is empty. */
  JsonWriter optional(String name, String text) throws IOException {
    return text.isEmpty() ? this : field(name, text);
  }

  /** Leaves the field out if the number is 0. */
  JsonWriter optional(String name, long number) throws IOException {
    return number == 0 ? this : field(name, number);
  }

  JsonWriter strings(String name, Iterable<String> texts) throws IOException {
    name(name).array();
    for (String text : texts) {
      value(text);
    }
    return endArray();
  }

  /** Ends the document. */
  void end() throws IOException {
    out.append('\n');
  }

  private JsonWriter open(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    empty = true;
    return this;
  }

  private JsonWriter close(char bracket) throws IOException {
    depth--;
    if (!empty) {
      newLine();
    }
    out.append(bracket);
    empty = false;
    return this;
  }

  private void separate() throws IOException {
    if (named) {
      named = false;
    } else if (depth > 0) {
      if (!empty) {
        out.append(',');
      }
      newLine();
    }
    empty = false;
  }

  private void newLine() throws IOException {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
  }

  private void string(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
        escape(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void escape(char c) throws IOException {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
