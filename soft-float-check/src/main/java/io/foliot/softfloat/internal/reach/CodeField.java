package io.foliot.softfloat.internal.reach;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A field.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param descriptor its type
 * @param access its access flags
 */
record CodeField(CodeClass owner, String name, String descriptor, int access) {
  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isReference() {
    return Types.isReference(Type.getType(descriptor));
  }
}
