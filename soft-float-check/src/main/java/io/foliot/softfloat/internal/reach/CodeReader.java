package io.foliot.softfloat.internal.reach;

import io.foliot.softfloat.internal.classfile.ClassText;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a class with what its methods do. */
final class CodeReader extends ClassVisitor {
  private final boolean checked;
  private final boolean platform;
  private final ClassText texts = new ClassText();
  private CodeClass result;

  private CodeReader(boolean checked, boolean platform) {
    super(Opcodes.ASM9);
    this.checked = checked;
    this.platform = platform;
  }

  static CodeClass read(ClassReader reader, boolean checked, boolean platform) {
    CodeReader visitor = new CodeReader(checked, platform);
    reader.accept(visitor, ClassReader.SKIP_FRAMES);
    return visitor.result;
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
    result = new CodeClass(name, superName, all, access, checked, platform);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    texts.member(name, descriptor);
    Type type = Type.getType(descriptor);
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      result.fieldTypes.add(element.getInternalName());
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    texts.member(name, descriptor);
    CodeMethod method = new CodeMethod(result, name, descriptor, access);
    result.methods.put(name + descriptor, method);
    if (method.isNative() && CodeBody.hasFloat(descriptor)) {
      method.use("a native method with floating point in its type");
    }
    return new CodeBody(method, texts);
  }
}
