package io.foliot.softfloat.internal.classfile;

import io.foliot.softfloat.model.FloatTypes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The types that a descriptor or generic signature names (JVMS 4.3, 4.7.9.1). */
public final class TypeNames extends SignatureVisitor {
  /** Receives the types, from left to right. */
  @FunctionalInterface
  public interface Sink {
    /**
     * A type.
     *
     * @param element a class, {@code float} or {@code double}
     * @param dimensions of the array that it is the element of, or 0
     * @param generic whether only a generic signature shows it: as a type argument or a bound
     */
    void type(Type element, int dimensions, boolean generic);
  }

  private final Sink sink;
  private final int dimensions;
  private final boolean generic;
  private String className = "";

  private TypeNames(Sink sink, int dimensions, boolean generic) {
    super(Opcodes.ASM9);
    this.sink = sink;
    this.dimensions = dimensions;
    this.generic = generic;
  }

  /**
   * Reads a descriptor or signature.
   *
   * @param signature of a field, method or class
   * @param sink receives the types
   */
  public static void read(String signature, Sink sink) {
    SignatureReader reader = new SignatureReader(signature);
    TypeNames names = new TypeNames(sink, 0, false);
    // That of a class starts with the superclass or with type parameters; a field's is one type.
    boolean many = signature.startsWith("(") || signature.startsWith("<");
    if (many || isOfClass(signature)) {
      reader.accept(names);
    } else {
      reader.acceptType(names);
    }
  }

  /** Whether more than one class type follows each other, as superclass and interfaces do. */
  private static boolean isOfClass(String signature) {
    int depth = 0;
    for (int i = 0; i < signature.length() - 1; i++) {
      switch (signature.charAt(i)) {
        case '<' -> depth++;
        case '>' -> depth--;
        case ';' -> {
          if (depth == 0) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * Whether a descriptor or signature names floating point.
   *
   * @param types what floating point is
   * @param signature of a field, method or class
   * @return whether it does, at any depth
   */
  public static boolean hasFloat(FloatTypes types, String signature) {
    if (types.added().isEmpty() && signature.indexOf('D') < 0 && signature.indexOf('F') < 0) {
      // All standard types have one of these letters in their names, and most signatures have not.
      return false;
    }
    boolean[] found = new boolean[1];
    read(signature, (element, dimensions, generic) -> found[0] |= kindOf(types, element) != null);
    return found[0];
  }

  /**
   * The kind of floating point that a type is.
   *
   * @param types what floating point is
   * @param type a type; of an array its element counts
   * @return the kind, or null if it is none
   */
  public static FloatTypes.Kind kindOf(FloatTypes types, Type type) {
    return switch (type.getSort()) {
      case Type.FLOAT, Type.DOUBLE -> FloatTypes.Kind.PRIMITIVE;
      case Type.OBJECT -> types.kindOf(type.getInternalName());
      case Type.ARRAY -> kindOf(types, type.getElementType());
      default -> null;
    };
  }

  /**
   * How a person writes a type.
   *
   * @param element the type, or the element of an array
   * @param dimensions of the array, or 0
   * @return such as {@code double[][]}
   */
  public static String display(Type element, int dimensions) {
    return element.getClassName() + "[]".repeat(Math.min(dimensions, 255));
  }

  private TypeNames argument() {
    return new TypeNames(sink, 0, true);
  }

  @Override
  public SignatureVisitor visitClassBound() {
    return argument();
  }

  @Override
  public SignatureVisitor visitInterfaceBound() {
    return argument();
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    return argument();
  }

  @Override
  public SignatureVisitor visitArrayType() {
    return new TypeNames(sink, dimensions + 1, generic);
  }

  @Override
  public void visitBaseType(char descriptor) {
    if (descriptor == 'F' || descriptor == 'D') {
      sink.type(Type.getType(String.valueOf(descriptor)), dimensions, generic);
    }
  }

  @Override
  public void visitClassType(String name) {
    className = name;
    sink.type(Type.getObjectType(name), dimensions, generic);
  }

  @Override
  public void visitInnerClassType(String name) {
    className = className + '$' + name;
    sink.type(Type.getObjectType(className), dimensions, generic);
  }
}
