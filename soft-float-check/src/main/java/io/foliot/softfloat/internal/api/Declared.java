package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.internal.input.ClassBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A field or method that a class declares. */
record Declared(int access, String name, String descriptor) {
  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  /** Reads what a class declares, in the order of the class file. */
  static List<Declared> by(ApiClass of, ClassBuffer buffer) throws IOException, BadInputException {
    of.container().read(of.entry(), buffer);
    List<Declared> all = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public FieldVisitor visitField(
              int access, String name, String descriptor, String signature, Object value) {
            all.add(new Declared(access, name, descriptor));
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            all.add(new Declared(access, name, descriptor));
            return null;
          }
        };
    ClassFile.of(buffer).accept(visitor, ClassReader.SKIP_CODE);
    return all;
  }
}
