package io.foliot.softfloat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Writes class files that no compiler writes (JVMS chapter 4); names are internal names. */
final class ClassBytes {
  private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
  private final DataOutputStream poolOut = new DataOutputStream(pool);
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();
  private final Part header = new Part();
  private final Part fields = new Part();
  private final Part methods = new Part();
  private final Part attributes = new Part();

  /** Structures, and how many there are. */
  private static final class Part {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int count;
  }

  /** Writes some structure. */
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  /** A class without members. */
  ClassBytes(int access, String name, String superName, String... interfaces) {
    add(
        header,
        out -> {
          out.writeShort(access);
          out.writeShort(type(name));
          out.writeShort(superName == null ? 0 : type(superName));
          out.writeShort(interfaces.length);
          for (String each : interfaces) {
            out.writeShort(type(each));
          }
        });
  }

  /** Adds a field; the signature may be null. */
  ClassBytes field(int access, String name, String descriptor, String signature) {
    add(fields, out -> member(out, access, name, descriptor, "Signature", signatureOf(signature)));
    return this;
  }

  /** Adds a method without code. */
  ClassBytes method(int access, String name, String descriptor) {
    add(methods, out -> member(out, access, name, descriptor, "Code", null));
    return this;
  }

  /** Adds a method whose code is these instructions. */
  ClassBytes method(int access, String name, String descriptor, byte[] code) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Part part = new Part();
    add(
        part,
        out -> {
          out.writeShort(9);
          out.writeShort(9);
          out.writeInt(code.length);
          out.write(code);
          out.writeInt(0);
        });
    body.writeBytes(part.bytes.toByteArray());
    add(methods, out -> member(out, access, name, descriptor, "Code", body.toByteArray()));
    return this;
  }

  /** Adds an attribute of the class. */
  ClassBytes attribute(String name, byte... content) {
    add(attributes, out -> attribute(out, name, content));
    return this;
  }

  /** Says that a class is nested in another one. */
  ClassBytes nestedIn(String nested, String outer, int access) {
    Part part = new Part();
    add(
        part,
        out -> {
          out.writeShort(1);
          out.writeShort(type(nested));
          out.writeShort(type(outer));
          out.writeShort(text(nested));
          out.writeShort(access);
        });
    return attribute("InnerClasses", part.bytes.toByteArray());
  }

  /** Index of a text in the constant pool. */
  int text(String text) {
    return constant(
        texts,
        text,
        out -> {
          out.writeByte(1);
          out.writeUTF(text);
        });
  }

  /** Index of a class in the constant pool. */
  int type(String name) {
    int text = text(name);
    return constant(
        types,
        name,
        out -> {
          out.writeByte(7);
          out.writeShort(text);
        });
  }

  /** The class file, for Java 8. */
  byte[] toBytes() {
    Part whole = new Part();
    add(
        whole,
        out -> {
          out.writeInt(0xcafebabe);
          out.writeInt(52);
          out.writeShort(texts.size() + types.size() + 1);
          pool.writeTo(out);
          header.bytes.writeTo(out);
          for (Part part : new Part[] {fields, methods, attributes}) {
            out.writeShort(part.count);
            part.bytes.writeTo(out);
          }
        });
    return whole.bytes.toByteArray();
  }

  private byte[] signatureOf(String signature) {
    if (signature == null) {
      return null;
    }
    int index = text(signature);
    return new byte[] {(byte) (index >> 8), (byte) index};
  }

  private void member(
      DataOutputStream out, int access, String name, String descriptor, String kind, byte[] content)
      throws IOException {
    out.writeShort(access);
    out.writeShort(text(name));
    out.writeShort(text(descriptor));
    out.writeShort(content == null ? 0 : 1);
    if (content != null) {
      attribute(out, kind, content);
    }
  }

  private void attribute(DataOutputStream out, String name, byte... content) throws IOException {
    out.writeShort(text(name));
    out.writeInt(content.length);
    out.write(content);
  }

  private int constant(Map<String, Integer> indices, String key, Body body) {
    Integer known = indices.get(key);
    if (known != null) {
      return known;
    }
    try {
      body.write(poolOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int index = texts.size() + types.size() + 1;
    indices.put(key, index);
    return index;
  }

  private static void add(Part part, Body body) {
    try {
      body.write(part.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    part.count++;
  }
}
