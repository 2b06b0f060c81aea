package io.foliot.softfloat.internal.api;

import io.foliot.softfloat.model.MemberKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The {@code internal} declarations of a Kotlin class. The JVM has no such access, so they are
 * public in class files; the annotation {@code kotlin.Metadata} lists them, in the messages of <a
 * href="https://github.com/JetBrains/kotlin/blob/master/core/metadata/src/metadata.proto">metadata.proto</a>
 * and <a
 * href="https://github.com/JetBrains/kotlin/blob/master/core/metadata.jvm/src/jvm_metadata.proto">jvm_metadata.proto</a>.
 *
 * <p>Members are identified by their JVM names. If a public overload has the same name, or the
 * metadata cannot be read, a member does not count as internal. Neither does a field of a companion
 * object, which is in the enclosing class, while its metadata is not.
 */
final class KotlinInternals {
  static final String METADATA = "Lkotlin/Metadata;";

  /** Publishes an internal declaration for inline functions, which makes it API. */
  static final String PUBLISHED_API = "Lkotlin/PublishedApi;";

  static final KotlinInternals NONE = new KotlinInternals();

  private static final int CLASS = 1;
  private static final int FILE = 2;
  private static final int FILE_PART = 5;

  /** Marks bytes that are encoded as characters from 0 to 255. */
  private static final char BYTES_AS_CHARACTERS = 0;

  /** Bits 1 to 3 of flags are the visibility, in which 0 means internal. */
  private static final int VISIBILITY = 0b1110;

  private static final int PUBLIC_FINAL = 6;
  private static final int PROPERTY_DEFAULT = 518;

  private boolean wholeClass;
  private final Set<String> internal = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  /** The members of a property, by the method that has its annotations. */
  private final Map<String, Set<String>> properties = new HashMap<>();

  private KotlinInternals() {}

  /** Whether the class is internal. */
  boolean isClassInternal() {
    return wholeClass;
  }

  /** Whether a member of the class is internal. */
  boolean isInternal(MemberKind kind, String name) {
    String key = key(kind, name);
    return internal.contains(key) && !others.contains(key);
  }

  /** Notes an annotation of a method; a synthetic method has those of a property. */
  void noteAnnotation(String method, String descriptor) {
    if (descriptor.equals(PUBLISHED_API) && this != NONE) {
      others.add(key(MemberKind.METHOD, method));
      others.addAll(properties.getOrDefault(method, Set.of()));
    }
  }

  private static String key(MemberKind kind, String name) {
    return (kind == MemberKind.FIELD ? "field " : "method ") + name;
  }

  /** Collects the values of {@code kotlin.Metadata}. */
  static final class Reader extends AnnotationVisitor {
    private int kind;
    private final StringBuilder data = new StringBuilder();
    private final List<String> strings = new ArrayList<>();

    private final Consumer<KotlinInternals> result;

    Reader(Consumer<KotlinInternals> result) {
      super(Opcodes.ASM9);
      this.result = result;
    }

    @Override
    public void visit(String name, Object value) {
      if (name.equals("k") && value instanceof Integer number) {
        kind = number;
      }
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String none, Object value) {
          if (name.equals("d1") && value instanceof String part) {
            data.append(part);
          } else if (name.equals("d2") && value instanceof String part) {
            strings.add(part);
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      result.accept(internals());
    }

    private KotlinInternals internals() {
      boolean known = kind == CLASS || kind == FILE || kind == FILE_PART;
      if (!known || data.isEmpty() || data.charAt(0) != BYTES_AS_CHARACTERS) {
        return NONE;
      }
      try {
        ByteBuffer in = ByteBuffer.wrap(data.substring(1).getBytes(StandardCharsets.ISO_8859_1));
        Names names = new Names(ProtoMessage.of(ProtoMessage.delimited(in)), strings);
        KotlinInternals read = new KotlinInternals();
        read.read(ProtoMessage.of(in), kind == CLASS, names);
        return read;
      } catch (RuntimeException damaged) {
        return NONE;
      }
    }
  }

  private void read(ProtoMessage declaring, boolean isClass, Names names) {
    if (isClass) {
      wholeClass = isInternal(declaring.number(1, PUBLIC_FINAL));
      for (ProtoMessage constructor : declaring.messages(8)) {
        add(MemberKind.METHOD, "<init>", isInternal(constructor.number(1, PUBLIC_FINAL)));
      }
    }
    for (ProtoMessage function : declaring.messages(isClass ? 9 : 3)) {
      long flags = function.number(9, function.number(1, PUBLIC_FINAL));
      String name = names.of(function.number(2, 0));
      for (ProtoMessage signature : function.messages(100)) {
        name = signature.has(1) ? names.of(signature.number(1, 0)) : name;
      }
      add(MemberKind.METHOD, name, isInternal(flags));
    }
    for (ProtoMessage property : declaring.messages(isClass ? 10 : 4)) {
      readProperty(property, names);
    }
  }

  private void readProperty(ProtoMessage property, Names names) {
    long flags = property.number(11, property.number(1, PROPERTY_DEFAULT));
    String name = names.of(property.number(2, 0));
    for (ProtoMessage signature : property.messages(100)) {
      Set<String> keys = new HashSet<>();
      for (ProtoMessage field : signature.messages(1)) {
        String own = field.has(1) ? names.of(field.number(1, 0)) : name;
        keys.add(add(MemberKind.FIELD, own, isInternal(flags)));
      }
      for (ProtoMessage getter : signature.messages(3)) {
        long own = property.number(7, flags);
        keys.add(add(MemberKind.METHOD, names.of(getter.number(1, 0)), isInternal(own)));
      }
      for (ProtoMessage setter : signature.messages(4)) {
        long own = property.number(8, flags);
        keys.add(add(MemberKind.METHOD, names.of(setter.number(1, 0)), isInternal(own)));
      }
      for (ProtoMessage annotated : signature.messages(2)) {
        properties.put(names.of(annotated.number(1, 0)), keys);
      }
    }
  }

  private String add(MemberKind kind, String name, boolean isInternal) {
    String key = key(kind, name);
    (isInternal ? internal : others).add(key);
    return key;
  }

  private static boolean isInternal(long flags) {
    return (flags & VISIBILITY) == 0;
  }

  /** The table of member names. */
  private static final class Names {
    /** One record per string. */
    private final List<ProtoMessage> records = new ArrayList<>();

    private final List<String> strings;

    Names(ProtoMessage table, List<String> strings) {
      this.strings = strings;
      for (ProtoMessage each : table.messages(1)) {
        for (long i = each.number(1, 1); i > 0 && records.size() < strings.size(); i--) {
          records.add(each);
        }
      }
    }

    String of(long index) {
      int at = Math.toIntExact(index);
      List<ByteBuffer> own = at < records.size() ? records.get(at).bytes(6) : List.of();
      return own.isEmpty() ? strings.get(at) : StandardCharsets.UTF_8.decode(own.get(0)).toString();
    }
  }
}
