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

/** Where methods start in their source file. */
public final class FirstLines extends ClassVisitor {
  private final Set<String> wanted;
  private final Map<String, Integer> found = new HashMap<>();

  private FirstLines(Set<String> wanted) {
    super(Opcodes.ASM9);
    this.wanted = wanted;
  }

  /**
   * Looks up lines.
   *
   * @param file the class file
   * @param methods names of methods, each followed by its descriptor
   * @return the line of the first instruction that has one, for those methods that have such an
   *     instruction
   */
  public static Map<String, Integer> of(ClassFile file, Set<String> methods) {
    FirstLines lines = new FirstLines(methods);
    try {
      file.accept(lines, ClassReader.SKIP_FRAMES);
    } catch (BadInputException e) {
      // Who asks for lines has read the rest; code that cannot be followed has none.
    }
    return lines.found;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    String method = name + descriptor;
    if (!wanted.contains(method)) {
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
