package io.foliot.softfloat.internal.report;

import io.foliot.softfloat.internal.input.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes JSON (RFC 8259) apart without changing it: the values of an object or array are handed out
 * as the text that they are. All of the text is checked, so that what is put together from such
 * values is JSON again.
 */
final class JsonText {
  /** SARIF nests a dozen deep. */
  private static final int MAX_DEPTH = 200;

  private static final String LITERAL = "+-.0123456789abcdefghijklmnopqrstuvwxyzE";
  private static final String HEX = "0123456789abcdefABCDEF";
  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * The members of an object, in their order.
   *
   * @param text JSON
   * @return the values as JSON, by name
   * @throws BadInputException if the text is not one valid object
   */
  static Map<String, String> members(String text) throws BadInputException {
    Map<String, String> members = new LinkedHashMap<>();
    new JsonText(text).whole('{', members, new ArrayList<>());
    return members;
  }

  /**
   * The elements of an array.
   *
   * @param text JSON
   * @return the elements as JSON
   * @throws BadInputException if the text is not one valid array
   */
  static List<String> elements(String text) throws BadInputException {
    List<String> elements = new ArrayList<>();
    new JsonText(text).whole('[', new LinkedHashMap<>(), elements);
    return elements;
  }

  private void whole(char bracket, Map<String, String> members, List<String> elements)
      throws BadInputException {
    blanks();
    if (at == text.length() || text.charAt(at) != bracket) {
      throw bad(bracket == '{' ? "an object" : "an array");
    }
    if (bracket == '{') {
      object(members);
    } else {
      array(elements);
    }
    blanks();
    if (at < text.length()) {
      throw bad("nothing more");
    }
  }

  private void value() throws BadInputException {
    char c = at < text.length() ? text.charAt(at) : 0;
    switch (c) {
      case '{' -> object(new LinkedHashMap<>());
      case '[' -> array(new ArrayList<>());
      case '"' -> string();
      default -> literal();
    }
  }

  private void object(Map<String, String> members) throws BadInputException {
    open();
    while (more('}', members.isEmpty())) {
      int start = at;
      if (at == text.length() || text.charAt(at) != '"') {
        throw bad("a name in quotes");
      }
      string();
      String name = text.substring(start + 1, at - 1);
      blanks();
      if (at == text.length() || text.charAt(at) != ':') {
        throw bad("a colon");
      }
      at++;
      blanks();
      int from = at;
      value();
      if (members.put(name, text.substring(from, at)) != null) {
        throw new BadInputException("not JSON: the name \"" + name + "\" is there twice");
      }
    }
  }

  private void array(List<String> elements) throws BadInputException {
    open();
    while (more(']', elements.isEmpty())) {
      int from = at;
      value();
      elements.add(text.substring(from, at));
    }
  }

  private void open() throws BadInputException {
    at++;
    if (++depth > MAX_DEPTH) {
      throw bad("at most " + MAX_DEPTH + " levels");
    }
  }

  /** Moves to the next entry; false, behind the bracket, if there is none. */
  private boolean more(char bracket, boolean first) throws BadInputException {
    blanks();
    char c = at < text.length() ? text.charAt(at) : 0;
    if (c == bracket) {
      at++;
      depth--;
      return false;
    }
    if (!first) {
      if (c != ',') {
        throw bad("a comma or " + bracket);
      }
      at++;
      blanks();
    }
    return true;
  }

  private void string() throws BadInputException {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw bad("a string without controls");
      }
      if (c == '\\') {
        at++;
        escape();
      }
      at++;
    }
    if (at >= text.length()) {
      throw bad("the end of a string");
    }
    at++;
  }

  private void escape() throws BadInputException {
    char c = at < text.length() ? text.charAt(at) : 0;
    if (c == 'u') {
      for (int i = 0; i < 4; i++) {
        at++;
        if (at >= text.length() || HEX.indexOf(text.charAt(at)) < 0) {
          throw bad("four hexadecimal digits");
        }
      }
    } else if ("\"\\/bfnrt".indexOf(c) < 0) {
      throw bad("an escape");
    }
  }

  private void literal() throws BadInputException {
    int from = at;
    while (at < text.length() && LITERAL.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = text.substring(from, at);
    boolean known = word.equals("true") || word.equals("false") || word.equals("null");
    if (!known && !word.matches(NUMBER)) {
      at = from;
      throw bad("a value");
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private BadInputException bad(String expected) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String where = "line " + line + ", column " + (Math.min(at, text.length()) - lineStart + 1);
    return new BadInputException("not JSON: expected " + expected + " at " + where);
  }
}
