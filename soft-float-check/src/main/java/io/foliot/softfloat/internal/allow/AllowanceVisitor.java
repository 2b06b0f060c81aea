package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.classfile.TypeNames;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects the annotations named {@code AllowFloat} of one class and its members. */
public final class AllowanceVisitor extends ClassVisitor {
  private static final String NAME = "AllowFloat;";

  private final FloatTypes types;
  private final String input;
  private final int release;
  private final List<Allowance> found = new ArrayList<>();
  private String className = "";
  private String source = "";

  /** The annotated components of a record and their reasons, in order. */
  private final Map<String, String> components = new LinkedHashMap<>();

  private final StringBuilder constructor = new StringBuilder("(");
  private boolean floatsAllowed = true;

  private AllowanceVisitor(FloatTypes types, String input, int release) {
    super(Opcodes.ASM9);
    this.types = types;
    this.input = input;
    this.release = release;
  }

  /**
   * Reads one class.
   *
   * @param file the class file
   * @param types the floating-point types
   * @param input the input that contains the class
   * @param release 0 or the version folder
   * @return the annotations, in the order of the class file
   * @throws BadInputException if the class file is damaged
   */
  public static List<Allowance> read(ClassFile file, FloatTypes types, String input, int release)
      throws BadInputException {
    if (!file.hasTextEndingWith(NAME)) {
      return List.of();
    }
    AllowanceVisitor visitor = new AllowanceVisitor(types, input, release);
    file.accept(visitor, ClassReader.SKIP_FRAMES);
    return visitor.found;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    className = name.replace('/', '.');
  }

  @Override
  public void visitSource(String file, String debug) {
    source = file == null ? "" : file;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return read(descriptor, reason -> add(MemberKind.CLASS, "", "", 0, reason));
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return read(annotation, reason -> add(MemberKind.FIELD, name, descriptor, 0, reason));
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visitAnnotation(annotation, visible);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    constructor.append(descriptor);
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return read(annotation, reason -> component(name, descriptor, reason));
      }

      @Override
      public void visitEnd() {
        boolean isFloat = TypeNames.hasFloat(types, signature == null ? descriptor : signature);
        floatsAllowed &= !isFloat || components.containsKey(name);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visitAnnotation(annotation, visible);
      }
    };
  }

  /** The annotation of a component covers its field and accessor. */
  private void component(String name, String descriptor, String reason) {
    add(MemberKind.COMPONENT, name, descriptor, 0, reason);
    if (!reason.isEmpty()) {
      components.put(name, reason);
      add(MemberKind.FIELD, name, descriptor, 0, reason);
      add(MemberKind.METHOD, name, "()" + descriptor, 0, reason);
    }
  }

  /** Accepts generated methods if every floating-point component is annotated. */
  @Override
  public void visitEnd() {
    if (floatsAllowed && !components.isEmpty()) {
      String reason = String.join("; ", new LinkedHashSet<>(components.values()));
      add(MemberKind.METHOD, "<init>", constructor + ")V", 0, reason);
      add(MemberKind.METHOD, "toString", "()Ljava/lang/String;", 0, reason);
      add(MemberKind.METHOD, "hashCode", "()I", 0, reason);
      add(MemberKind.METHOD, "equals", "(Ljava/lang/Object;)Z", 0, reason);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      private final List<String> reasons = new ArrayList<>();
      private final List<String> misplaced = new ArrayList<>();
      private int line;

      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return read(annotation, reasons::add);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visitAnnotation(annotation, visible);
      }

      @Override
      public AnnotationVisitor visitParameterAnnotation(
          int parameter, String annotation, boolean visible) {
        // Compilers copy the annotation of a record component to the constructor parameter.
        boolean copied = constructor.length() > 1 && name.equals("<init>");
        return copied ? null : read(annotation, misplaced::add);
      }

      @Override
      public void visitLineNumber(int number, Label start) {
        if (line == 0) {
          line = number;
        }
      }

      @Override
      public void visitEnd() {
        for (String reason : reasons) {
          add(MemberKind.METHOD, name, descriptor, line, reason);
        }
        for (String reason : misplaced) {
          found.add(new Allowance(at(MemberKind.METHOD, name, descriptor, line), reason, false));
        }
      }
    };
  }

  private void add(MemberKind kind, String member, String descriptor, int line, String reason) {
    found.add(new Allowance(at(kind, member, descriptor, line), reason, true));
  }

  private Location at(MemberKind kind, String member, String descriptor, int line) {
    return new Location(input, "", release, className, kind, member, descriptor, source, line);
  }

  /** Reads an annotation if its simple name is AllowFloat. */
  private static AnnotationVisitor read(String descriptor, Consumer<String> to) {
    int before = descriptor.length() - NAME.length();
    boolean isNamed =
        descriptor.endsWith(NAME)
            && (before == 1 || "/$".indexOf(descriptor.charAt(before - 1)) >= 0);
    return isNamed ? new ReasonVisitor(to) : null;
  }

  /** Takes the first nonblank text in the annotation, in any element, as the reason. */
  private static final class ReasonVisitor extends AnnotationVisitor {
    private final Consumer<String> to;
    private String reason = "";

    ReasonVisitor(Consumer<String> to) {
      super(Opcodes.ASM9);
      this.to = to;
    }

    @Override
    public void visit(String name, Object value) {
      if (reason.isEmpty() && value instanceof String text) {
        reason = text.strip();
      }
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String element, Object value) {
          ReasonVisitor.this.visit(name, value);
        }
      };
    }

    @Override
    public void visitEnd() {
      to.accept(reason);
    }
  }
}
