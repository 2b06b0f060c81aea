package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.FloatTypes;
import io.foliot.softfloat.MemberKind;
import io.foliot.softfloat.Rule;
import io.foliot.softfloat.internal.scan.Access;
import io.foliot.softfloat.internal.scan.ClassScanner;
import io.foliot.softfloat.internal.scan.ClassText;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * Reads one class and keeps what its users can see of floating point. It does not know whether the
 * class itself is visible: that takes the other classes and the module descriptor.
 */
public final class ApiVisitor extends ClassVisitor {
  private final FloatTypes types;
  private final ClassText texts = new ClassText();
  private final ClassScanner scanner;
  private final List<FloatMember> members = new ArrayList<>();
  private final Mentions onClass;
  private String source = "";
  private int classAccess;
  private int method;

  /**
   * A visitor for one class.
   *
   * @param types which types are floating point
   * @param scanner has scanned the class, and no other since then
   * @param next receives the same events, or null
   */
  public ApiVisitor(FloatTypes types, ClassScanner scanner, ClassVisitor next) {
    super(Opcodes.ASM9, next);
    this.types = types;
    this.scanner = scanner;
    this.onClass = new Mentions(types);
  }

  /** Source file that the compiler recorded, or empty. */
  String source() {
    return source;
  }

  /** What was found. */
  List<FloatMember> members() {
    return List.copyOf(members);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    super.visit(version, access, name, signature, superName, interfaces);
    classAccess = access;
    onClass.signature(signature);
    onClass.named(Rule.API_SHAPED, superName, "extends");
    if (interfaces != null) {
      for (String each : interfaces) {
        onClass.named(Rule.API_SHAPED, each, "implements");
      }
    }
  }

  @Override
  public void visitSource(String file, String debug) {
    super.visitSource(file, debug);
    source = file == null ? "" : file;
  }

  @Override
  public void visitPermittedSubclass(String permitted) {
    super.visitPermittedSubclass(permitted);
    onClass.named(Rule.API_STRUCTURE, permitted, "permits");
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new ValueVisitor(super.visitAnnotation(descriptor, visible), descriptor, onClass);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int reference, TypePath path, String descriptor, boolean visible) {
    return new ValueVisitor(
        super.visitTypeAnnotation(reference, path, descriptor, visible), descriptor, onClass);
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    texts.member(name, descriptor);
    texts.count(signature);
    RecordComponentVisitor next = super.visitRecordComponent(name, descriptor, signature);
    Mentions mentions = new Mentions(types);
    mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
    return new RecordComponentVisitor(Opcodes.ASM9, next) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new ValueVisitor(super.visitAnnotation(annotation, visible), annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return new ValueVisitor(
            super.visitTypeAnnotation(reference, path, annotation, visible), annotation, mentions);
      }

      @Override
      public void visitEnd() {
        super.visitEnd();
        keep(MemberKind.COMPONENT, Access.PUBLIC, name, descriptor, 0, mentions);
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    texts.member(name, descriptor);
    texts.count(signature);
    FieldVisitor next = super.visitField(access, name, descriptor, signature, value);
    if (!Access.isVisible(access) || Access.isSynthetic(access)) {
      return next;
    }
    Mentions mentions = new Mentions(types);
    mentions.fieldType(descriptor);
    mentions.signature(signature);
    if (value instanceof Float || value instanceof Double) {
      mentions.add(Rule.API_CONSTANT, "the constant is " + value);
    }
    return new FieldVisitor(Opcodes.ASM9, next) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new ValueVisitor(super.visitAnnotation(annotation, visible), annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return new ValueVisitor(
            super.visitTypeAnnotation(reference, path, annotation, visible), annotation, mentions);
      }

      @Override
      public void visitEnd() {
        super.visitEnd();
        keep(MemberKind.FIELD, access, name, descriptor, 0, mentions);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    int index = method++;
    if (!scanner.floatMethods().get(index)) {
      return null;
    }
    texts.member(name, descriptor);
    texts.count(signature);
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (Access.isSynthetic(access)) {
      return next;
    }
    Mentions mentions = new Mentions(types);
    int seen = access;
    if (Access.isVisible(access)) {
      if ((classAccess & Access.ANNOTATION) != 0) {
        mentions.anyType(Rule.API_ANNOTATION, descriptor, signature);
      } else {
        mentions.methodTypes(descriptor);
        mentions.signature(signature);
      }
      if (exceptions != null) {
        for (String each : exceptions) {
          mentions.named(Rule.API_STRUCTURE, each, "throws");
        }
      }
    } else if ((classAccess & Access.ENUM) != 0 && name.equals("<init>")) {
      // Private, but every public constant of the enum is made by it.
      mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
      seen = access | Access.PUBLIC;
    } else {
      return next;
    }
    return new MemberVisitor(next, seen, name, descriptor, scanner.firstLine(index), mentions);
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    keep(MemberKind.CLASS, Access.PUBLIC, "", "", 0, onClass);
  }

  private void keep(
      MemberKind kind, int access, String name, String descriptor, int line, Mentions mentions) {
    if (!mentions.isEmpty()) {
      members.add(new FloatMember(kind, access, name, descriptor, line, mentions.toList()));
    }
  }

  /** Annotations and the default of a method. */
  private final class MemberVisitor extends MethodVisitor {
    private final int access;
    private final String name;
    private final String descriptor;
    private final int line;
    private final Mentions mentions;

    MemberVisitor(
        MethodVisitor next,
        int access,
        String name,
        String descriptor,
        int line,
        Mentions mentions) {
      super(Opcodes.ASM9, next);
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      this.line = line;
      this.mentions = mentions;
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
      return new ValueVisitor(super.visitAnnotationDefault(), null, mentions);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      return new ValueVisitor(super.visitAnnotation(annotation, visible), annotation, mentions);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(
        int reference, TypePath path, String annotation, boolean visible) {
      return new ValueVisitor(
          super.visitTypeAnnotation(reference, path, annotation, visible), annotation, mentions);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean visible) {
      return new ValueVisitor(
          super.visitParameterAnnotation(parameter, annotation, visible), annotation, mentions);
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      keep(MemberKind.METHOD, access, name, descriptor, line, mentions);
    }
  }

  /** Values inside an annotation, at any depth. */
  private static final class ValueVisitor extends AnnotationVisitor {
    private final String annotation;
    private final Mentions mentions;

    /** The annotation's descriptor, or null for the default of an annotation element. */
    ValueVisitor(AnnotationVisitor next, String annotation, Mentions mentions) {
      super(Opcodes.ASM9, next);
      this.annotation = annotation;
      this.mentions = mentions;
    }

    @Override
    public void visit(String name, Object value) {
      super.visit(name, value);
      mentions.value(value, place(name));
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
      return new ValueVisitor(super.visitAnnotation(name, descriptor), descriptor, mentions);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return new ValueVisitor(super.visitArray(name), annotation, mentions);
    }

    private String place(String name) {
      if (annotation == null) {
        return "the default";
      }
      String simple = annotation.substring(annotation.lastIndexOf('/') + 1);
      String shown = "@" + simple.replace(";", "").replace('$', '.');
      return name == null ? "a value of " + shown : shown + " " + name;
    }
  }
}
