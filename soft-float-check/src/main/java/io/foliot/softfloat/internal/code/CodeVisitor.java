package io.foliot.softfloat.internal.code;

import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.classfile.ClassText;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.text.Counted;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Finds the uses of floating point in all members of one class. */
public final class CodeVisitor extends ClassVisitor {
  private final FloatTypes types;
  private final ClassText texts = new ClassText();
  private final List<CodeHit> hits = new ArrayList<>();

  /** Whether the class may format text, which needs the whole body of each method. */
  private final boolean mayFormat;

  private String owner = "";

  private CodeVisitor(FloatTypes types, boolean mayFormat) {
    super(Opcodes.ASM9);
    this.mayFormat = mayFormat;
    this.types = types;
  }

  /**
   * Reads one class.
   *
   * @param file the class file
   * @param types the floating-point types
   * @return the uses, in the order of the class file
   * @throws BadInputException if the class file is damaged
   */
  public static List<CodeHit> hits(ClassFile file, FloatTypes types) throws BadInputException {
    boolean mayFormat = Formats.HINTS.stream().anyMatch(file::hasTextEndingWith);
    CodeVisitor visitor = new CodeVisitor(types, mayFormat);
    file.accept(visitor, 0);
    return visitor.withUnused(file.floatConstants());
  }

  /** The uses, and one for constants that no member uses. */
  private List<CodeHit> withUnused(int constants) {
    if (constants > 0 && !usesConstants()) {
      Hits onClass = new Hits(types, texts, MemberKind.CLASS, "", "");
      onClass.add(
          Rule.CODE_CONSTANT,
          "the constant pool contains "
              + Counted.of(constants, "floating-point constant")
              + " outside code (in annotations, or unused)");
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

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    owner = name;
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
    Hits method = new Hits(types, texts, MemberKind.METHOD, name, descriptor);
    if (method.isFloatType(descriptor)) {
      method.add(Rule.CODE_CALL, "the method has floating point in its type");
      if ((access & Access.NATIVE) != 0) {
        method.add(Rule.CODE_NATIVE, "the method is native");
      }
    } else if (signature != null && method.isFloatType(signature)) {
      method.add(Rule.CODE_TYPE, "the generic type of the method names floating point");
    }
    MethodNode body =
        mayFormat ? new MethodNode(access, name, descriptor, signature, exceptions) : null;
    return new BodyVisitor(owner, body, method, hits);
  }
}
