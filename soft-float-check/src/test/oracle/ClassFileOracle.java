import java.io.IOException;
import java.io.PrintStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Lists floating point with the class file parser of the JDK and nothing of the checker. Run from
 * source on a JDK 24 or newer: {@code java ClassFileOracle.java OUTPUT INPUT...}, where an input is a
 * jar or {@code jrt:/MODULE}. A line is a kind, a class, a member and a descriptor: P a primitive
 * and B a box in the type of an API member, G either of them in its generic signature only, C a
 * method with a floating-point instruction.
 */
public final class ClassFileOracle {
  private final Map<String, ClassModel> classes = new HashMap<>();
  private final PrintStream out;
  private Predicate<String> exported = name -> true;

  private ClassFileOracle(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    try (PrintStream out = new PrintStream(args[0], StandardCharsets.UTF_8)) {
      for (int i = 1; i < args.length; i++) {
        ClassFileOracle oracle = new ClassFileOracle(out);
        if (args[i].startsWith("jrt:/")) {
          oracle.module(args[i].substring(5));
        } else {
          oracle.jar(Path.of(args[i]));
        }
        oracle.print();
      }
    }
  }

  private void module(String name) throws IOException {
    ModuleReference module = ModuleFinder.ofSystem().find(name).orElseThrow();
    try (ModuleReader reader = module.open();
        Stream<String> names = reader.list()) {
      for (String each : names.filter(n -> n.endsWith(".class")).toList()) {
        add(each, reader.open(each).orElseThrow().readAllBytes());
      }
    }
  }

  private void jar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        boolean versioned = entry.getName().startsWith("META-INF/versions/");
        boolean descriptor = entry.getName().endsWith("/module-info.class");
        if (entry.getName().endsWith(".class") && (!versioned || (descriptor && jar.isMultiRelease()))) {
          add(
              descriptor ? "module-info.class" : entry.getName(),
              jar.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private void add(String entry, byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    if (entry.equals("module-info.class")) {
      Set<String> packages = new HashSet<>();
      model
          .findAttribute(Attributes.module())
          .orElseThrow()
          .exports()
          .forEach(
              e -> {
                if (e.exportsTo().isEmpty()) {
                  packages.add(e.exportedPackage().name().stringValue());
                }
              });
      exported = packages::contains;
    } else {
      classes.putIfAbsent(model.thisClass().asInternalName(), model);
    }
  }

  private void print() {
    for (ClassModel model : classes.values()) {
      boolean visible = isVisible(model);
      boolean isFinal = has(flagsOf(model), ClassFile.ACC_FINAL);
      boolean annotation = has(model.flags().flagsMask(), ClassFile.ACC_ANNOTATION);
      String name = model.thisClass().asInternalName().replace('/', '.');
      for (FieldModel field : model.fields()) {
        if (visible && isApi(field.flags().flagsMask(), isFinal)) {
          Optional<String> generic =
              field.findAttribute(Attributes.signature()).map(a -> a.signature().stringValue());
          member(name, field.fieldName().stringValue(), field.fieldType().stringValue(), generic);
        }
      }
      for (MethodModel method : model.methods()) {
        String method0 = method.methodName().stringValue();
        String type = method.methodType().stringValue();
        if (visible && !annotation && isApi(method.flags().flagsMask(), isFinal)) {
          Optional<String> generic =
              method.findAttribute(Attributes.signature()).map(a -> a.signature().stringValue());
          member(name, method0, type, generic);
        }
        if (hasFloatInstruction(method)) {
          out.println("C " + name + " " + method0 + " " + type);
        }
      }
    }
  }

  private static boolean isApi(int mask, boolean isFinal) {
    boolean isPublic = (mask & ClassFile.ACC_PUBLIC) != 0;
    boolean isProtected = (mask & ClassFile.ACC_PROTECTED) != 0 && !isFinal;
    return (isPublic || isProtected) && (mask & ClassFile.ACC_SYNTHETIC) == 0;
  }

  private void member(String owner, String name, String type, Optional<String> generic) {
    List<ClassDesc> types = new ArrayList<>();
    if (type.startsWith("(")) {
      MethodTypeDesc method = MethodTypeDesc.ofDescriptor(type);
      types.addAll(method.parameterList());
      types.add(method.returnType());
    } else {
      types.add(ClassDesc.ofDescriptor(type));
    }
    boolean primitive = false;
    boolean boxed = false;
    for (ClassDesc each : types) {
      ClassDesc element = each;
      while (element.isArray()) {
        element = element.componentType();
      }
      primitive |= element.descriptorString().equals("D") || element.descriptorString().equals("F");
      boxed |= isBox(element);
    }
    String line = " " + owner + " " + name + " " + type;
    if (primitive) {
      out.println("P" + line);
    }
    if (boxed) {
      out.println("B" + line);
    }
    if (generic.isPresent() && isGenericFloat(type, generic.get())) {
      out.println("G" + line);
    }
  }

  private static boolean isBox(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.equals("Ljava/lang/Double;") || descriptor.equals("Ljava/lang/Float;");
  }

  private static boolean isGenericFloat(String type, String text) {
    if (type.startsWith("(")) {
      var method = java.lang.classfile.MethodSignature.parseFrom(text);
      boolean found = inside(method.result());
      for (Signature each : method.arguments()) {
        found |= inside(each);
      }
      for (var parameter : method.typeParameters()) {
        found |= parameter.classBound().map(ClassFileOracle::anywhere).orElse(false);
        for (Signature each : parameter.interfaceBounds()) {
          found |= anywhere(each);
        }
      }
      return found;
    }
    return inside(Signature.parseFrom(text));
  }

  /** Whether a type argument somewhere in the type is floating point. */
  private static boolean inside(Signature type) {
    return switch (type) {
      case Signature.ArrayTypeSig array -> inside(array.componentSignature());
      case Signature.ClassTypeSig named -> {
        boolean found = named.outerType().map(ClassFileOracle::inside).orElse(false);
        for (Signature.TypeArg argument : named.typeArgs()) {
          if (argument instanceof Signature.TypeArg.Bounded bounded) {
            found |= anywhere(bounded.boundType());
          }
        }
        yield found;
      }
      default -> false;
    };
  }

  private static boolean anywhere(Signature type) {
    return switch (type) {
      case Signature.BaseTypeSig base -> base.baseType() == 'D' || base.baseType() == 'F';
      case Signature.ArrayTypeSig array -> anywhere(array.componentSignature());
      case Signature.ClassTypeSig named -> isBox(named.classDesc()) || inside(named);
      default -> false;
    };
  }

  private static boolean hasFloatInstruction(MethodModel method) {
    if (method.code().isEmpty()) {
      return false;
    }
    for (var element : method.code().get()) {
      if (element instanceof Instruction instruction) {
        String name = instruction.opcode().name();
        // FLOAD, DCONST_0, I2F, D2L and so on, but not DUP.
        if (name.matches("[FD](CONST_[012]|(A?LOAD|A?STORE)(_[0-3]|_W)?|ADD|SUB|MUL|DIV|REM|NEG"
            + "|CMP[LG]|RETURN)|[ILFD]2[FD]|[FD]2[IL]")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isVisible(ClassModel model) {
    String name = model.thisClass().asInternalName();
    int slash = name.lastIndexOf('/');
    if (!exported.test(slash < 0 ? "" : name.substring(0, slash))) {
      return false;
    }
    ClassModel at = model;
    while (true) {
      if (at.findAttribute(Attributes.enclosingMethod()).isPresent()) {
        return false;
      }
      int flags = flagsOf(at);
      if (has(flags, ClassFile.ACC_SYNTHETIC)
          || !(has(flags, ClassFile.ACC_PUBLIC) || has(flags, ClassFile.ACC_PROTECTED))) {
        return false;
      }
      Optional<InnerClassInfo> inner = innerInfo(at);
      if (inner.isEmpty()) {
        return true;
      }
      if (inner.get().outerClass().isEmpty()) {
        return false;
      }
      ClassModel outer = classes.get(inner.get().outerClass().get().asInternalName());
      if (outer == null) {
        return true;
      }
      if (has(flags, ClassFile.ACC_PROTECTED) && has(flagsOf(outer), ClassFile.ACC_FINAL)) {
        return false;
      }
      at = outer;
    }
  }

  private static Optional<InnerClassInfo> innerInfo(ClassModel model) {
    return model
        .findAttribute(Attributes.innerClasses())
        .flatMap(
            all ->
                all.classes().stream()
                    .filter(i -> i.innerClass().asInternalName().equals(model.thisClass().asInternalName()))
                    .findFirst());
  }

  private static int flagsOf(ClassModel model) {
    return innerInfo(model).map(InnerClassInfo::flagsMask).orElse(model.flags().flagsMask());
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
