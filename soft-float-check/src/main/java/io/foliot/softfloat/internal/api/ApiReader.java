package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.MemberKind;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassParts;
import io.foliot.softfloat.internal.scan.ClassScanner;
import io.foliot.softfloat.internal.scan.ClassSummary;
import io.foliot.softfloat.internal.scan.ClassText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one class and keeps what its users can see of floating point. It does not know whether the
 * class itself is visible: that takes the other classes and the module descriptor. By hand, because
 * loading a class file parser takes longer than checking a small library.
 */
public final class ApiReader {
  private final FloatTypes types;
  private final ClassScanner scanner;
  private final ClassParts parts;
  private final ClassText texts = new ClassText();
  private final List<FloatMember> members = new ArrayList<>();
  private final String source;
  private final int classAccess;

  /**
   * Reads a class.
   *
   * @param types which types are floating point
   * @param scanner has scanned the class, and no other since then
   * @param summary what came of that
   * @throws BadInputException if the class file is damaged
   */
  public ApiReader(FloatTypes types, ClassScanner scanner, ClassSummary summary)
      throws BadInputException {
    this.types = types;
    this.scanner = scanner;
    parts = scanner.parts();
    int table = parts.attributesAt();
    String file = textOf(table, "SourceFile");
    source = file == null ? "" : file;
    classAccess = parts.u2(parts.membersAt() - 8 - 2 * summary.interfaces().size());
    components(table);
    members();
    keep(MemberKind.CLASS, Access.PUBLIC, "", "", 0, onClass(table, summary));
  }

  /** Source file that the compiler recorded, or empty. */
  String source() {
    return source;
  }

  /** What was found. */
  List<FloatMember> found() {
    return List.copyOf(members);
  }

  private Mentions onClass(int table, ClassSummary summary) throws BadInputException {
    Mentions mentions = new Mentions(types);
    mentions.signature(textOf(table, "Signature"));
    mentions.named(Rule.API_SHAPED, summary.superName(), "extends");
    for (String each : summary.interfaces()) {
      mentions.named(Rule.API_SHAPED, each, "implements");
    }
    new AnnotationReader(parts, mentions).read(table);
    names(table, "PermittedSubclasses", Rule.API_STRUCTURE, "permits", mentions);
    return mentions;
  }

  private void components(int table) throws BadInputException {
    int start = parts.attribute(table, "Record");
    int at = start + 2;
    for (int i = start == 0 ? 0 : parts.u2(start); i > 0; i--) {
      String name = parts.text(at);
      String descriptor = parts.text(at + 2);
      String signature = textOf(at + 4, "Signature");
      texts.member(name, descriptor);
      texts.count(signature);
      Mentions mentions = new Mentions(types);
      mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
      new AnnotationReader(parts, mentions).read(at + 4);
      keep(MemberKind.COMPONENT, Access.PUBLIC, name, descriptor, 0, mentions);
      at = parts.afterAttributes(at + 4);
    }
  }

  private void members() throws BadInputException {
    int at = parts.membersAt();
    int fields = parts.u2(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      field(at);
      at = parts.afterAttributes(at + 6);
    }
    int methods = parts.u2(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      if (scanner.floatMethods().get(i)) {
        method(at, scanner.firstLine(i));
      }
      at = parts.afterAttributes(at + 6);
    }
  }

  private void field(int at) throws BadInputException {
    int access = parts.u2(at);
    String name = parts.text(at + 2);
    String descriptor = parts.text(at + 4);
    String signature = textOf(at + 6, "Signature");
    texts.member(name, descriptor);
    texts.count(signature);
    if (!Access.isVisible(access) || Access.isSynthetic(access)) {
      return;
    }
    Mentions mentions = new Mentions(types);
    mentions.fieldType(descriptor);
    mentions.signature(signature);
    int constant = parts.attribute(at + 6, "ConstantValue");
    Object value = constant == 0 ? null : parts.number(constant);
    if (value != null) {
      mentions.add(Rule.API_CONSTANT, "the constant is " + value);
    }
    new AnnotationReader(parts, mentions).read(at + 6);
    keep(MemberKind.FIELD, access, name, descriptor, 0, mentions);
  }

  private void method(int at, int line) throws BadInputException {
    int access = parts.u2(at);
    String name = parts.text(at + 2);
    String descriptor = parts.text(at + 4);
    String signature = textOf(at + 6, "Signature");
    texts.member(name, descriptor);
    texts.count(signature);
    if (Access.isSynthetic(access)) {
      return;
    }
    Mentions mentions = new Mentions(types);
    int seen = access;
    if (Access.isVisible(access)) {
      if ((classAccess & Access.ANNOTATION) != 0) {
        mentions.anyType(Rule.API_ANNOTATION, descriptor, signature);
      } else {
        mentions.methodTypes(descriptor);
        mentions.signature(signature);
      }
      names(at + 6, "Exceptions", Rule.API_STRUCTURE, "throws", mentions);
    } else if ((classAccess & Access.ENUM) != 0 && name.equals("<init>")) {
      // Private, but every public constant of the enum is made by it.
      mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
      seen = access | Access.PUBLIC;
    } else {
      return;
    }
    new AnnotationReader(parts, mentions).readOfMethod(at + 6);
    keep(MemberKind.METHOD, seen, name, descriptor, line, mentions);
  }

  private void keep(
      MemberKind kind, int access, String name, String descriptor, int line, Mentions mentions) {
    if (!mentions.isEmpty()) {
      members.add(new FloatMember(kind, access, name, descriptor, line, mentions.toList()));
    }
  }

  /** The text that an attribute consists of, or null. */
  private String textOf(int table, String attribute) throws BadInputException {
    int at = parts.attribute(table, attribute);
    return at == 0 ? null : parts.text(at);
  }

  /** The classes that an attribute lists. */
  private void names(int table, String attribute, Rule rule, String place, Mentions mentions)
      throws BadInputException {
    int start = parts.attribute(table, attribute);
    for (int i = 0; start != 0 && i < parts.u2(start); i++) {
      mentions.named(rule, parts.name(start + 2 + 2 * i), place);
    }
  }
}
