package io.foliot.verified;

import io.foliot.verified.Value.Constant;
import io.foliot.verified.Value.Instance;
import io.foliot.verified.Value.Null;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The type of a parameter or result in a theorem. */
sealed interface Type {
  String descriptor();

  /** A number, with its possible values. */
  @SuppressWarnings("AvoidCommonTypeNames")
  record Number(Kind kind, String descriptor) implements Type {}

  /** One constant of an enum. */
  record EnumConstant(Enum<?> constant) implements Type {
    @Override
    public String descriptor() {
      return "L" + constant.getDeclaringClass().getName().replace('.', '/') + ";";
    }
  }

  /** Null for an object of this class. */
  record Missing(String className) implements Type {
    static Missing of(Class<?> type) {
      return new Missing(type.getName().replace('.', '/'));
    }

    @Override
    public String descriptor() {
      return "L" + className + ";";
    }
  }

  /**
   * An array of any length. One element, at an arbitrary index, stands for all: what holds for it
   * holds for each. Of the others, a range is known until one is set.
   */
  record Elements(Number element, Range before, Range after) implements Type {
    /** The limit of array lengths in tests. */
    static final Range LENGTHS = new Range(BigInteger.ZERO, BigInteger.valueOf(Integer.MAX_VALUE));

    @Override
    public String descriptor() {
      return "[" + element.descriptor;
    }
  }

  /** The same array as the first parameter. */
  record SameArray(String descriptor) implements Type {}

  /** The tracked element of an array parameter when the method returns. */
  record ElementAfter(int parameter, Number element) implements Type {
    @Override
    public String descriptor() {
      return "V";
    }
  }

  /** A number of a statement that is not a parameter of the method. */
  @SuppressWarnings("AvoidCommonTypeNames")
  record AnyNumber(Range range) implements Type {
    @Override
    public String descriptor() {
      return "";
    }
  }

  /** An object by its fields. An interface has one, {@link #ANSWER}, which its method gives. */
  record Shape(String className, Map<String, Type> fields) implements Type {
    static final String ANSWER = "answer";

    static Shape of(Class<?> type, Object... namesAndTypes) {
      return of(type.getName(), namesAndTypes);
    }

    /** By the name of a package-private class. */
    static Shape of(String className, Object... namesAndTypes) {
      Map<String, Type> fields = new LinkedHashMap<>();
      for (int i = 0; i < namesAndTypes.length; i += 2) {
        fields.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
      }
      return new Shape(className.replace('.', '/'), fields);
    }

    @Override
    public String descriptor() {
      return "L" + className + ";";
    }

    /** The same with one field more. */
    Shape with(String field, Type type) {
      Map<String, Type> more = new LinkedHashMap<>(fields);
      more.put(field, type);
      return new Shape(className, more);
    }

    /** The numbers of an object of this type. */
    List<Term> numbers(Instance object) {
      List<Term> numbers = new ArrayList<>();
      take(object, (type, number) -> numbers.add(number));
      return numbers;
    }

    Instance object(List<Term> values) {
      return (Instance) value(values.iterator());
    }
  }

  /** A word for the text of an error. */
  record Text() implements Type {
    @Override
    public String descriptor() {
      return "Ljava/lang/String;";
    }
  }

  /** No result, because there is no method. */
  record Lemma() implements Type {
    @Override
    public String descriptor() {
      return "";
    }
  }

  /** Nothing. */
  record Nothing() implements Type {
    @Override
    public String descriptor() {
      return "V";
    }
  }

  /** The ranges of the numbers of a value of this type, by name. */
  default void name(String name, Map<String, Range> ranges) {
    switch (this) {
      case Number number -> ranges.put(name, number.kind.range());
      case AnyNumber number -> ranges.put(name, number.range);
      case Shape shape ->
          shape.fields.forEach((field, type) -> type.name(name + "_" + field, ranges));
      case Elements array -> {
        ranges.put(name + "_length", Elements.LENGTHS);
        ranges.put(name + "_element", array.element.kind.range());
      }
      case EnumConstant constant -> {}
      case Missing missing -> {}
      case SameArray array -> {}
      case ElementAfter element -> {}
      case Text text -> {}
      case Nothing nothing -> {}
      case Lemma lemma -> {}
    }
  }

  /** A value made of numbers, in the order of their names. */
  default Value value(Iterator<Term> numbers) {
    return switch (this) {
      case Number number -> numbers.next();
      case AnyNumber number -> numbers.next();
      case EnumConstant constant -> new Constant(constant.constant);
      case Missing missing -> Null.NULL;
      case Text text -> new Value.Opaque("java/lang/String");
      case Elements array -> new Value.Array(numbers.next(), numbers.next(), array);
      case Shape shape -> {
        Map<String, Value> values = new LinkedHashMap<>();
        shape.fields.forEach((name, type) -> values.put(name, type.value(numbers)));
        yield new Instance(shape.className, values);
      }
      case SameArray array -> throw new IllegalStateException("made where the first one is");
      case ElementAfter element -> throw new IllegalStateException("no value goes in");
      case Lemma lemma -> throw new IllegalStateException("a lemma is no value");
      case Nothing nothing -> throw new IllegalStateException("nothing is no value");
    };
  }

  /** The numbers of a value, and the type of each. */
  default void take(Value value, BiConsumer<Number, Term> consumer) {
    switch (this) {
      case Number number -> consumer.accept(number, (Term) value);
      case ElementAfter after -> consumer.accept(after.element, (Term) value);
      case Shape shape ->
          shape.fields.forEach(
              (name, type) -> type.take(((Instance) value).fields.get(name), consumer));
      default -> {}
    }
  }

  /** The numbers of a value, each as this type reads it; null for null. */
  default List<Term> read(Path path, Value value) {
    if (value == Null.NULL) {
      return this instanceof Missing ? List.of() : null;
    }
    List<Term> numbers = new ArrayList<>();
    take(value, (number, word) -> numbers.add(number.kind.read(path, word)));
    return numbers;
  }
}
