package io.foliot.softfloat.internal.reach;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class and its members, whose code is read later. */
final class CodeClass {
  final String name;
  final String superName;
  final List<String> interfaces;
  final int access;
  final Origin origin;

  /** Methods by name and descriptor. */
  final Map<String, CodeMethod> methods = new LinkedHashMap<>();

  /** Fields by name and descriptor. */
  final Map<String, CodeField> fields = new LinkedHashMap<>();

  /** The methods that virtual calls on this class select; null for missing methods. */
  final Map<String, CodeMethod> selected = new HashMap<>();

  private final ClassReader reader;

  private CodeClass(
      String name,
      String superName,
      List<String> interfaces,
      int access,
      Origin origin,
      ClassReader reader) {
    this.name = name;
    this.superName = superName;
    this.interfaces = interfaces;
    this.access = access;
    this.origin = origin;
    this.reader = reader;
  }

  /** Reads the members of a class file. */
  static CodeClass read(ClassFiles.Found file) {
    ClassReader reader = new ClassReader(file.bytes);
    Members members = new Members(file.origin, reader);
    reader.accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return members.result;
  }

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  /** Visits the class with its code. */
  void accept(ClassVisitor visitor) {
    reader.accept(visitor, ClassReader.SKIP_FRAMES);
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Members extends ClassVisitor {
    private final Origin origin;
    private final ClassReader reader;
    private CodeClass result;

    Members(Origin origin, ClassReader reader) {
      super(Opcodes.ASM9);
      this.origin = origin;
      this.reader = reader;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      List<String> all = interfaces == null ? List.of() : List.of(interfaces);
      result = new CodeClass(name, superName, all, access, origin, reader);
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      result.fields.put(name + descriptor, new CodeField(result, name, descriptor, access));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      result.methods.put(name + descriptor, new CodeMethod(result, name, descriptor, access));
      return null;
    }
  }
}
