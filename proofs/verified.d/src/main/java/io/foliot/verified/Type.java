package io.foliot.verified;

import io.foliot.verified.Value.Constant;
import io.foliot.verified.Value.Instance;
import io.foliot.verified.Value.Null;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The type of a parameter or result in a theorem. */
sealed interface Type {
  String descriptor();

  /** A number, with the values it can have. */
  @SuppressWarnings("AvoidCommonTypeNames")
  record Number(Kind kind, String descriptor) implements Type {}

  /** One constant of an enum. */
  record EnumConstant(Enum<?> constant) implements Type {
    @Override
    public String descriptor() {
      return "L" + constant.getDeclaringClass().getName().replace('.', '/') + ";";
    }

    Constant value() {
      return new Constant(constant);
    }
  }

  /** An immutable object by its fields, in the order of its constructor. */
  record Shape(String className, Map<String, Number> fields) implements Type {
    static Shape of(Class<?> type, Object... namesAndTypes) {
      Map<String, Number> fields = new LinkedHashMap<>();
      for (int i = 0; i < namesAndTypes.length; i += 2) {
        fields.put((String) namesAndTypes[i], (Number) namesAndTypes[i + 1]);
      }
      return new Shape(type.getName().replace('.', '/'), fields);
    }

    @Override
    public String descriptor() {
      return "L" + className + ";";
    }

    Instance object(List<Term> values) {
      Map<String, Value> result = new LinkedHashMap<>();
      int i = 0;
      for (String name : fields.keySet()) {
        result.put(name, values.get(i++));
      }
      return new Instance(className, result);
    }
  }

  /** A word for the text of an error. */
  record Text() implements Type {
    @Override
    public String descriptor() {
      return "Ljava/lang/String;";
    }
  }

  /** Nothing. */
  record Nothing() implements Type {
    @Override
    public String descriptor() {
      return "V";
    }
  }

  /** The numbers that a value consists of, each as this type reads it; null for null. */
  default List<Term> read(Path path, Value value) {
    if (value == Null.NULL) {
      return null;
    }
    return switch (this) {
      case Number number -> List.of(number.kind.read(path, (Term) value));
      case EnumConstant constant -> List.of();
      case Text text -> List.of();
      case Nothing nothing -> List.of();
      case Shape shape ->
          shape.fields.entrySet().stream()
              .map(
                  field ->
                      field
                          .getValue()
                          .kind
                          .read(path, (Term) ((Instance) value).fields.get(field.getKey())))
              .toList();
    };
  }
}
