package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.MemberKind;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.internal.input.ClassBuffer;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one class and keeps every use of floating point in its members, visible or not. */
public final class CodeVisitor extends ClassVisitor {
  private static final int TAG_FLOAT = 4;
  private static final int TAG_DOUBLE = 6;

  private final FloatTypes types;
  private final BitSet methods;
  private final ClassText texts = new ClassText();
  private final List<CodeHit> hits = new ArrayList<>();
  private int next;

  private CodeVisitor(FloatTypes types, BitSet methods) {
    super(Opcodes.ASM9);
    this.types = types;
    this.methods = methods;
  }

  /**
   * Reads one class.
   *
   * @param buffer the class file
   * @param types which types are floating point
   * @param methods indices of the methods that are worth a look
   * @return the hits, in the order of the class file
   */
  public static List<CodeHit> hits(ClassBuffer buffer, FloatTypes types, BitSet methods) {
    ClassReader reader = new ClassReader(buffer.bytes(), 0, buffer.length());
    CodeVisitor visitor = new CodeVisitor(types, methods);
    reader.accept(visitor, 0);
    return visitor.withUnused(reader);
  }

  /** The hits, and one for constants that no member uses. */
  private List<CodeHit> withUnused(ClassReader reader) {
    int constants = floatConstants(reader);
    if (constants > 0 && !usesConstants()) {
      Hits onClass = new Hits(types, texts, MemberKind.CLASS, "", "");
      onClass.add(
          Rule.CODE_CONSTANT,
          "the constant pool holds "
              + constants
              + " floating-point constants outside of code (annotations, or unused)");
      onClass.addTo(hits);
    }
    return List.copyOf(hits);
  }

  private boolean usesConstants() {
    for (CodeHit hit : hits) {
      if (hit.rule() == Rule.CODE_CONSTANT) {
        return true;
      }
    }
    return false;
  }

  private static int floatConstants(ClassReader reader) {
    int found = 0;
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0) {
        int tag = reader.readByte(offset - 1);
        if (tag == TAG_FLOAT || tag == TAG_DOUBLE) {
          found++;
        }
      }
    }
    return found;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    Hits field = new Hits(types, texts, MemberKind.FIELD, name, descriptor);
    if (field.isFloatType(descriptor)) {
      field.add(Rule.CODE_CONSTANT, "the field is " + Type.getType(descriptor).getClassName());
    } else if (signature != null && field.isFloatType(signature)) {
      field.add(Rule.CODE_TYPE, "the generic type of the field names floating point");
    }
    if (value instanceof Float || value instanceof Double) {
      field.add(Rule.CODE_CONSTANT, "the constant is " + value);
    }
    field.addTo(hits);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (!methods.get(next++)) {
      return null;
    }
    Hits method = new Hits(types, texts, MemberKind.METHOD, name, descriptor);
    if (method.isFloatType(descriptor)) {
      method.add(Rule.CODE_CALL, "the method has floating point in its type");
      if ((access & Access.NATIVE) != 0) {
        method.add(Rule.CODE_NATIVE, "the method is native");
      }
    } else if (signature != null && method.isFloatType(signature)) {
      method.add(Rule.CODE_TYPE, "the generic type of the method names floating point");
    }
    return new BodyVisitor(method, hits);
  }
}
