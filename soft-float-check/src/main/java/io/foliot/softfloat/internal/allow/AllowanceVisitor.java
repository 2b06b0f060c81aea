package io.foliot.softfloat.internal.allow;

import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.model.Location;
import io.foliot.softfloat.model.MemberKind;
import java.util.ArrayList;
import java.util.List;
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

  private final String input;
  private final int release;
  private final List<Allowance> found = new ArrayList<>();
  private String className = "";
  private String source = "";

  private AllowanceVisitor(String input, int release) {
    super(Opcodes.ASM9);
    this.input = input;
    this.release = release;
  }

  /**
   * Reads one class.
   *
   * @param file the class file
   * @param input the input that holds the class
   * @param release 0 or the version folder
   * @return the annotations, in the order of the class file
   * @throws BadInputException if the class file is damaged
   */
  public static List<Allowance> read(ClassFile file, String input, int release)
      throws BadInputException {
    if (!file.hasTextEndingWith(NAME)) {
      return List.of();
    }
    AllowanceVisitor visitor = new AllowanceVisitor(input, release);
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
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return read(annotation, reason -> add(MemberKind.COMPONENT, name, descriptor, 0, reason));
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return visitAnnotation(annotation, visible);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      private final List<String> reasons = new ArrayList<>();
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
      }
    };
  }

  private void add(MemberKind kind, String member, String descriptor, int line, String reason) {
    found.add(
        new Allowance(
            new Location(input, "", release, className, kind, member, descriptor, source, line),
            reason));
  }

  /** Reads the annotation if it is one of those meant. */
  private static AnnotationVisitor read(String descriptor, Consumer<String> to) {
    int before = descriptor.length() - NAME.length();
    boolean isNamed =
        descriptor.endsWith(NAME)
            && (before == 1 || "/$".indexOf(descriptor.charAt(before - 1)) >= 0);
    return isNamed ? new ReasonVisitor(to) : null;
  }

  /** The first text in the annotation that is not blank is the reason, whatever its element is. */
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
