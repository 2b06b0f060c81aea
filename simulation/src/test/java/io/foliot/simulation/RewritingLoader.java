package io.foliot.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads a copy of the clocks that calls {@link Schedule#point()} before each access to shared
 * state: each access to a non-final field, each call of an atomic, and each call of the counter,
 * the page and the reference. The models that use the clocks are loaded unchanged.
 */
public final class RewritingLoader extends ClassLoader {
  private static final String MODELS = "io.foliot.simulation.model.";
  private static final Set<String> REWRITTEN =
      Set.of("io.foliot.clock.counter", "io.foliot.clock.xen");
  private static final Set<String> COPIED = Set.of("io.foliot.clock", "io.foliot.duration");

  /** Types whose every call is an access to shared state. */
  private static final Set<String> SHARED =
      Set.of(
          "io/foliot/clock/counter/CycleCounter",
          "io/foliot/clock/xen/SharedPage",
          "java/util/function/BooleanSupplier",
          "java/util/function/IntSupplier",
          "java/util/function/LongSupplier");

  private final Map<String, byte[]> replaced;
  private final Map<String, Set<String>> mutable = new HashMap<>();

  /** Loads the unchanged clocks. */
  public RewritingLoader() {
    this(Map.of());
  }

  /**
   * Loads the clocks with some classes replaced.
   *
   * @param replaced class files by class name
   */
  public RewritingLoader(Map<String, byte[]> replaced) {
    super("simulation", RewritingLoader.class.getClassLoader());
    this.replaced = replaced;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    int dot = name.lastIndexOf('.');
    String ofPackage = dot < 0 ? "" : name.substring(0, dot);
    boolean rewritten = REWRITTEN.contains(ofPackage);
    if (!rewritten && !COPIED.contains(ofPackage) && !name.startsWith(MODELS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = bytesOf(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] defined = rewritten ? rewrite(bytes) : bytes;
      return defineClass(name, defined, 0, defined.length);
    }
  }

  private byte[] bytesOf(String internalName) {
    byte[] other = replaced.get(internalName.replace('/', '.'));
    if (other != null) {
      return other;
    }
    try (InputStream in = getParent().getResourceAsStream(internalName + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] rewrite(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method =
                super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals("<clinit>") ? method : new Points(method);
          }
        },
        0);
    return writer.toByteArray();
  }

  /** {@return the names of the non-final fields of a class} */
  private Set<String> mutableFields(String owner) {
    return mutable.computeIfAbsent(
        owner,
        name -> {
          int slash = name.lastIndexOf('/');
          String ofPackage = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
          byte[] bytes = REWRITTEN.contains(ofPackage) ? bytesOf(name) : null;
          if (bytes == null) {
            return Set.of();
          }
          Set<String> fields = new HashSet<>();
          new ClassReader(bytes)
              .accept(
                  new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(
                        int access, String field, String type, String signature, Object value) {
                      if ((access & Opcodes.ACC_FINAL) == 0) {
                        fields.add(field);
                      }
                      return null;
                    }
                  },
                  ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
          return fields;
        });
  }

  private final class Points extends MethodVisitor {
    Points(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    private void point() {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, "io/foliot/simulation/Schedule", "point", "()V", false);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (mutableFields(owner).contains(name)) {
        point();
      }
      super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean atomic = owner.startsWith("java/util/concurrent/atomic/") && !name.equals("<init>");
      if (atomic || SHARED.contains(owner)) {
        point();
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
