package io.foliot.softfloat.oracle;

import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts a call of {@link FloatProbe} before every floating-point instruction of every class. */
public final class FloatAgent implements ClassFileTransformer {
  private static final List<String> METHODS = new ArrayList<>();

  private FloatAgent() {}

  /** Called by the JVM; the argument is the jar that holds the probe. */
  public static void premain(String probeJar, Instrumentation instrumentation) throws Exception {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(new File(probeJar)));
    instrumentation.addTransformer(new FloatAgent(), true);
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (instrumentation.isModifiableClass(each) && !each.isArray() && !isOwn(each.getName())) {
        loaded.add(each);
      }
    }
    instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
  }

  /** Name of an instrumented method. */
  static synchronized String method(int number) {
    return METHODS.get(number);
  }

  private static boolean isOwn(String name) {
    return name.startsWith("io.foliot.softfloat.oracle.Float") || name.startsWith("org.objectweb");
  }

  private static synchronized int number(String method) {
    METHODS.add(method);
    return METHODS.size() - 1;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] original) {
    if (name == null || isOwn(name.replace('/', '.'))) {
      return null;
    }
    try {
      ClassReader reader = new ClassReader(original);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      Instrumenter visitor = new Instrumenter(writer, name);
      reader.accept(visitor, 0);
      return visitor.changed ? writer.toByteArray() : null;
    } catch (RuntimeException e) {
      System.out.println("not instrumented: " + name + " " + e);
      return null;
    }
  }

  private static final class Instrumenter extends ClassVisitor {
    private final String className;
    private boolean changed;

    Instrumenter(ClassVisitor next, String className) {
      super(Opcodes.ASM9, next);
      this.className = className;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        private int number = -1;

        @Override
        public void visitInsn(int opcode) {
          probe(opcode);
          super.visitInsn(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
          probe(opcode);
          super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof Float || value instanceof Double) {
            probe(Opcodes.FADD);
          }
          super.visitLdcInsn(value);
        }

        private void probe(int opcode) {
          if (!Bytecodes.isFloat(opcode)) {
            return;
          }
          if (number < 0) {
            number = number(className.replace('/', '.') + "." + name);
          }
          changed = true;
          super.visitLdcInsn(number);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, "io/foliot/softfloat/oracle/FloatProbe", "hit", "(I)V", false);
        }
      };
    }
  }
}
