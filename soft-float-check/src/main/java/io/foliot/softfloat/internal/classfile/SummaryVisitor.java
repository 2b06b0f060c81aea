package io.foliot.softfloat.internal.classfile;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the {@link ClassSummary} of a class. */
public class SummaryVisitor extends ClassVisitor {
  /** The flags of class files, without those that ASM adds. */
  private static final int CLASS_FILE_FLAGS = 0xffff;

  private static final String OBJECT = "java/lang/Object";

  private String className;
  private String superName;
  private List<String> interfaces = List.of();
  private int access;
  private String outer;
  private boolean local;
  private String source = "";
  private boolean isSealed;
  private boolean constructible;
  private int members;

  /** Creates a visitor for one class. */
  public SummaryVisitor() {
    super(Opcodes.ASM9);
  }

  /** {@return the summary, after the visit} */
  public ClassSummary summary() {
    boolean open = (access & Access.INTERFACE) != 0 || constructible;
    boolean extensible = open && !isSealed && (access & Access.FINAL) == 0;
    return new ClassSummary(
        className, superName, interfaces, access, outer, local, source, extensible, members);
  }

  @Override
  public void visit(
      int version, int flags, String name, String signature, String parent, String[] parents) {
    className = ClassText.className(name);
    // One string instance for nearly all classes.
    superName =
        OBJECT.equals(parent) ? OBJECT : parent == null ? null : ClassText.className(parent);
    access = flags & CLASS_FILE_FLAGS;
    if (parents != null) {
      interfaces = List.of(parents);
      interfaces.forEach(ClassText::className);
    }
  }

  @Override
  public void visitSource(String file, String debug) {
    source = file == null ? "" : file;
  }

  @Override
  public void visitOuterClass(String owner, String name, String descriptor) {
    local = true;
  }

  @Override
  public void visitInnerClass(String name, String outerName, String innerName, int flags) {
    if (name.equals(className)) {
      local |= outerName == null;
      outer = outerName == null ? null : ClassText.className(outerName);
      access = flags;
    }
  }

  @Override
  public void visitPermittedSubclass(String name) {
    isSealed = true;
  }

  @Override
  public FieldVisitor visitField(
      int flags, String name, String descriptor, String signature, Object value) {
    count(flags);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String name, String descriptor, String signature, String[] exceptions) {
    count(flags);
    constructible |= name.equals("<init>") && Access.isVisible(flags) && !Access.isSynthetic(flags);
    return null;
  }

  private void count(int flags) {
    if (Access.isVisible(flags) && !Access.isSynthetic(flags)) {
      members++;
    }
  }
}
