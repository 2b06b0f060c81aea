package io.foliot.softfloat.internal.classfile;

import io.foliot.softfloat.model.FloatTypes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Lists the types in a descriptor or generic signature (JVMS 4.3, 4.7.9.1). */
public final class TypeNames extends SignatureVisitor {
  /** Receives the types, from left to right. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Receives a type.
     *
     * @param element a class, {@code float} or {@code double}
     * @param dimensions the dimensions of the array of which it is the element, or 0
     * @param generic whether it is a type argument or a bound
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
   * Lists the types in a descriptor or signature.
   *
   * @param signature the descriptor or signature of a field, method or class
   * @param sink receives the types
   */
  public static void read(String signature, Sink sink) {
    SignatureReader reader = new SignatureReader(signature);
    TypeNames names = new TypeNames(sink, 0, false);
    // A class signature starts with type parameters or the superclass; a field has one type.
    boolean many = signature.startsWith("(") || signature.startsWith("<");
    if (many || isOfClass(signature)) {
      reader.accept(names);
    } else {
      reader.acceptType(names);
    }
  }

  /** Whether a signature is a sequence of class types: superclass and interfaces. */
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
   * Tells whether a descriptor or signature names a floating-point type, at any depth.
   *
   * @param types the floating-point types
   * @param signature the descriptor or signature of a field, method or class
   * @return whether it does
   */
  public static boolean hasFloat(FloatTypes types, String signature) {
    if (types.added().isEmpty() && signature.indexOf('D') < 0 && signature.indexOf('F') < 0) {
      // All standard types have one of these letters in their names; most signatures have none.
      return false;
    }
    boolean[] found = new boolean[1];
    read(signature, (element, dimensions, generic) -> found[0] |= kindOf(types, element) != null);
    return found[0];
  }

  /**
   * Classifies a type, or the element type of an array.
   *
   * @param types the floating-point types
   * @param type the type
   * @return its kind of floating point, or null if it is none
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
   * Formats a type in Java notation.
   *
   * @param element the type, or the element type of an array
   * @param dimensions the dimensions of the array, or 0
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
