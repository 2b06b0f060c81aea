package io.foliot.softfloat.signature;

import io.foliot.softfloat.model.FloatTypes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.codehaus.mojo.animal_sniffer.Clazz;

/**
 * Copies an Animal Sniffer signature without every class that is floating point and every member
 * that has floating point in its type, as {@link FloatTypes} defines it. Code that uses one of them
 * is then an undefined reference.
 *
 * <p>A signature file is a gzip stream of serialized {@link Clazz} objects, ended by null.
 */
public final class WithoutFloats {
  private static final FloatTypes TYPES = FloatTypes.standard();

  private WithoutFloats() {}

  /**
   * Copies a signature.
   *
   * @param args the signature to read and the signature to write
   * @throws IOException if a file cannot be read or written
   * @throws ClassNotFoundException if the input is no signature
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "got " + args.length + " arguments; expected the signature to read and the one to write");
    }
    copy(Path.of(args[0]), Path.of(args[1]));
  }

  private static void copy(Path from, Path to) throws IOException, ClassNotFoundException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(from));
        ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(file));
        OutputStream target = new BufferedOutputStream(Files.newOutputStream(to));
        ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(target))) {
      Clazz next = (Clazz) in.readObject();
      while (next != null) {
        if (TYPES.kindOf(next.getName()) == null) {
          out.writeObject(filtered(next));
        }
        next = (Clazz) in.readObject();
      }
      out.writeObject(null);
    }
  }

  private static Clazz filtered(Clazz original) {
    // Sorted, so that two builds write the same bytes.
    Set<String> kept = new TreeSet<>();
    for (String member : original.getSignatures()) {
      if (!hasFloat(typeOf(member))) {
        kept.add(member);
      }
    }
    return new Clazz(
        original.getName(), kept, original.getSuperClass(), original.getSuperInterfaces());
  }

  private static boolean hasFloat(String descriptor) {
    if (!descriptor.startsWith("(")) {
      return isFloat(ClassDesc.ofDescriptor(descriptor));
    }
    MethodTypeDesc method = MethodTypeDesc.ofDescriptor(descriptor);
    return isFloat(method.returnType())
        || method.parameterList().stream().anyMatch(WithoutFloats::isFloat);
  }

  private static boolean isFloat(ClassDesc type) {
    if (type.isArray()) {
      return isFloat(type.componentType());
    }
    String descriptor = type.descriptorString();
    return type.isPrimitive()
        ? descriptor.equals("F") || descriptor.equals("D")
        : TYPES.kindOf(descriptor.substring(1, descriptor.length() - 1)) != null;
  }

  /** A method is written {@code name(parameters)result}, a field {@code name#type}. */
  private static String typeOf(String member) {
    int parenthesis = member.indexOf('(');
    return parenthesis >= 0
        ? member.substring(parenthesis)
        : member.substring(member.indexOf('#') + 1);
  }
}
