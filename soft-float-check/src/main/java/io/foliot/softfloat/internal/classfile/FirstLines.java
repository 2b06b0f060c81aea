package io.foliot.softfloat.internal.classfile;

import io.foliot.softfloat.internal.input.BadInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the first lines of methods. */
public final class FirstLines extends ClassVisitor {
  private final Set<String> methods;
  private final Map<String, Integer> found = new HashMap<>();

  private FirstLines(Set<String> methods) {
    super(Opcodes.ASM9);
    this.methods = methods;
  }

  /**
   * Finds the first lines of methods.
   *
   * @param file the class file
   * @param methods names of methods, each followed by its descriptor
   * @return the first line of each of these methods that has line numbers
   */
  public static Map<String, Integer> of(ClassFile file, Set<String> methods) {
    FirstLines lines = new FirstLines(methods);
    try {
      file.accept(lines, ClassReader.SKIP_FRAMES);
    } catch (BadInputException e) {
      // The rest of the class is sound, and damaged code has no lines.
    }
    return lines.found;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String method = name + descriptor;
    if (!methods.contains(method)) {
      return null;
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitLineNumber(int line, Label start) {
        if (line > 0) {
          found.putIfAbsent(method, line);
        }
      }
    };
  }
}
