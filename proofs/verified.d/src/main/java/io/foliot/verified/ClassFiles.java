package io.foliot.verified;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LabelTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bytes of the classes under proof. Names are internal, with slashes. */
final class ClassFiles {
  static final String OURS = "io/foliot/";

  /** The instructions of a method; a label is the index of the instruction after it. */
  record Code(
      String id, boolean isStatic, List<Instruction> instructions, Map<Label, Integer> labels) {}

  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();

  ClassFiles() {}

  /** Whether a class is under proof, and not part of the prover. */
  static boolean isProved(String name) {
    return name.startsWith(OURS) && !name.startsWith(OURS + "verified/");
  }

  /** The same classes with one replaced. */
  ClassFiles with(String name, byte[] changed) {
    ClassFiles result = new ClassFiles();
    result.bytes.putAll(bytes);
    result.bytes.put(name, changed);
    codes.forEach(
        (id, code) -> {
          if (!id.startsWith(name + ".")) {
            result.codes.put(id, code);
          }
        });
    return result;
  }

  synchronized byte[] bytes(String name) {
    return bytes.computeIfAbsent(
        name,
        missing -> {
          try (InputStream in = ClassFiles.class.getResourceAsStream("/" + missing + ".class")) {
            if (in == null) {
              throw new Unproved("there is no class " + missing);
            }
            return in.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  ClassModel model(String name) {
    return ClassFile.of().parse(bytes(name));
  }

  static String id(String owner, String method, String descriptor) {
    return owner + "." + method + descriptor;
  }

  Code code(String id) {
    int dot = id.indexOf('.');
    int parenthesis = id.indexOf('(');
    return code(
        id.substring(0, dot), id.substring(dot + 1, parenthesis), id.substring(parenthesis));
  }

  synchronized Code code(String owner, String method, String descriptor) {
    return codes.computeIfAbsent(
        id(owner, method, descriptor), id -> read(id, owner, method, descriptor));
  }

  private Code read(String id, String owner, String method, String descriptor) {
    for (MethodModel m : model(owner).methods()) {
      if (m.methodName().equalsString(method) && m.methodType().equalsString(descriptor)) {
        CodeModel body = m.code().orElseThrow(() -> new Unproved(id + " has no code"));
        if (!body.exceptionHandlers().isEmpty()) {
          throw new Unproved("a handler of exceptions, in " + id + ", is not modelled");
        }
        List<Instruction> instructions = new ArrayList<>();
        Map<Label, Integer> labels = new HashMap<>();
        for (CodeElement element : body) {
          if (element instanceof LabelTarget target) {
            labels.put(target.label(), instructions.size());
          } else if (element instanceof Instruction instruction) {
            instructions.add(instruction);
          }
        }
        boolean isStatic = m.flags().has(java.lang.reflect.AccessFlag.STATIC);
        return new Code(id, isStatic, instructions, labels);
      }
    }
    throw new Unproved("there is no method " + id);
  }
}
