package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.internal.classfile.Access;
import io.foliot.softfloat.internal.classfile.ClassFile;
import io.foliot.softfloat.internal.classfile.ClassSummary;
import io.foliot.softfloat.internal.classfile.ClassText;
import io.foliot.softfloat.internal.classfile.FirstLines;
import io.foliot.softfloat.internal.classfile.SummaryVisitor;
import io.foliot.softfloat.internal.input.BadInputException;
import io.foliot.softfloat.model.FloatTypes;
import io.foliot.softfloat.model.MemberKind;
import io.foliot.softfloat.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects the members with floating point of one class. */
public final class ApiVisitor extends SummaryVisitor {
  private final FloatTypes types;
  private final ClassText texts = new ClassText();
  private final Mentions onClass;
  private final List<FloatMember> members = new ArrayList<>();
  private final ModuleInfo.Reader module = new ModuleInfo.Reader();
  private final boolean kotlinInternal;
  private KotlinInternals internals = KotlinInternals.NONE;
  private boolean published;
  private int classAccess;

  private ApiVisitor(FloatTypes types, boolean kotlinInternal) {
    this.types = types;
    this.kotlinInternal = kotlinInternal;
    onClass = new Mentions(types);
  }

  /**
   * Reads a class.
   *
   * @param file the class file
   * @param types the floating-point types
   * @param kotlinInternal whether Kotlin's internal declarations are visible
   * @return the visitor, which has visited the class
   * @throws BadInputException if the class file is damaged
   */
  public static ApiVisitor read(ClassFile file, FloatTypes types, boolean kotlinInternal)
      throws BadInputException {
    ApiVisitor visitor = new ApiVisitor(types, kotlinInternal);
    file.accept(visitor, ClassReader.SKIP_CODE);
    visitor.keep(MemberKind.CLASS, Access.PUBLIC, "", "", visitor.onClass);
    // Only after the last method is it known which internal members are published.
    visitor.members.removeIf(each -> visitor.internals.isInternal(each.kind(), each.name()));
    visitor.addLines(file);
    return visitor;
  }

  /** The elements that mention floating point, visible or not. */
  List<FloatMember> members() {
    return List.copyOf(members);
  }

  /**
   * Returns the module descriptor, if the class file is one.
   *
   * @return the descriptor
   * @throws BadInputException if the class file is marked as a module but describes none
   */
  public ModuleInfo module() throws BadInputException {
    return module.result();
  }

  /** Adds lines, which are in the code and so need a second pass. */
  private void addLines(ClassFile file) {
    Set<String> methods = new HashSet<>();
    for (FloatMember each : members) {
      if (each.kind() == MemberKind.METHOD) {
        methods.add(each.name() + each.descriptor());
      }
    }
    if (!methods.isEmpty()) {
      Map<String, Integer> lines = FirstLines.of(file, methods);
      members.replaceAll(
          each -> each.withLine(lines.getOrDefault(each.name() + each.descriptor(), 0)));
    }
  }

  private void keep(
      MemberKind kind, int access, String name, String descriptor, Mentions mentions) {
    if (!mentions.isEmpty()) {
      members.add(new FloatMember(kind, access, name, descriptor, 0, mentions.toList()));
    }
  }

  @Override
  public void visit(
      int version, int flags, String name, String signature, String parent, String[] parents) {
    super.visit(version, flags, name, signature, parent, parents);
    classAccess = flags;
    onClass.signature(signature);
    onClass.named(Rule.API_SHAPED, parent, "extends");
    for (String each : parents == null ? new String[0] : parents) {
      onClass.named(Rule.API_SHAPED, each, "implements");
    }
  }

  @Override
  public ModuleVisitor visitModule(String name, int access, String version) {
    return module.start(name, access);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    published |= descriptor.equals(KotlinInternals.PUBLISHED_API);
    if (!kotlinInternal && descriptor.equals(KotlinInternals.METADATA)) {
      return new KotlinInternals.Reader(read -> internals = read);
    }
    return AnnotationValues.of(descriptor, onClass);
  }

  /** An internal class of Kotlin is as visible as one of its package. */
  @Override
  public ClassSummary summary() {
    ClassSummary summary = super.summary();
    return internals.isClassInternal() && !published
        ? summary.withAccess(Access.hidden(summary.access()))
        : summary;
  }

  private int forOthers(MemberKind kind, int flags, String name) {
    return internals.isInternal(kind, name) ? Access.hidden(flags) : flags;
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int reference, TypePath path, String descriptor, boolean visible) {
    return AnnotationValues.of(descriptor, onClass);
  }

  @Override
  public void visitPermittedSubclass(String name) {
    super.visitPermittedSubclass(name);
    onClass.named(Rule.API_STRUCTURE, name, "permits");
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    count(name, descriptor, signature);
    Mentions mentions = new Mentions(types);
    mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public void visitEnd() {
        keep(MemberKind.COMPONENT, Access.PUBLIC, name, descriptor, mentions);
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int flags, String name, String descriptor, String signature, Object value) {
    super.visitField(forOthers(MemberKind.FIELD, flags, name), name, descriptor, signature, value);
    count(name, descriptor, signature);
    if (!Access.isVisible(flags) || Access.isSynthetic(flags)) {
      return null;
    }
    Mentions mentions = new Mentions(types);
    mentions.fieldType(descriptor);
    mentions.signature(signature);
    if (value instanceof Float || value instanceof Double) {
      mentions.add(Rule.API_CONSTANT, "the constant is " + value);
    }
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public void visitEnd() {
        keep(MemberKind.FIELD, flags, name, descriptor, mentions);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String name, String descriptor, String signature, String[] exceptions) {
    super.visitMethod(
        forOthers(MemberKind.METHOD, flags, name), name, descriptor, signature, exceptions);
    count(name, descriptor, signature);
    // Private, but it creates every public constant of the enum.
    boolean makesConstants = (classAccess & Access.ENUM) != 0 && name.equals("<init>");
    if (Access.isSynthetic(flags)) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          internals.noteAnnotation(name, annotation);
          return null;
        }
      };
    }
    if (!Access.isVisible(flags) && !makesConstants) {
      return null;
    }
    Mentions mentions = new Mentions(types);
    if (!Access.isVisible(flags)) {
      mentions.anyType(Rule.API_STRUCTURE, descriptor, signature);
    } else {
      if ((classAccess & Access.ANNOTATION) != 0) {
        mentions.anyType(Rule.API_ANNOTATION, descriptor, signature);
      } else {
        mentions.methodTypes(descriptor);
        mentions.signature(signature);
      }
      for (String each : exceptions == null ? new String[0] : exceptions) {
        mentions.named(Rule.API_STRUCTURE, each, "throws");
      }
    }
    int seen = Access.isVisible(flags) ? flags : flags | Access.PUBLIC;
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationValues.ofDefault(mentions);
      }

      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        internals.noteAnnotation(name, annotation);
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int reference, TypePath path, String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public AnnotationVisitor visitParameterAnnotation(
          int parameter, String annotation, boolean visible) {
        return AnnotationValues.of(annotation, mentions);
      }

      @Override
      public void visitEnd() {
        keep(MemberKind.METHOD, seen, name, descriptor, mentions);
      }
    };
  }

  private void count(String name, String descriptor, String signature) {
    texts.member(name, descriptor);
    texts.count(signature);
  }
}
