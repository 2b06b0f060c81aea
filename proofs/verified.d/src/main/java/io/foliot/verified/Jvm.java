package io.foliot.verified;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls the method of a theorem with given numbers, as the JVM runs it. */
final class Jvm {
  /** Loads our classes from given bytes, so that one of them can be a mutant. */
  private static final class Loader extends ClassLoader {
    private final ClassFiles classes;

    Loader(ClassFiles classes) {
      super(Jvm.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      String internal = name.replace('.', '/');
      if (!ClassFiles.isProved(internal)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null) {
          byte[] bytes = classes.bytes(internal);
          loaded = defineClass(name, bytes, 0, bytes.length);
        }
        return loaded;
      }
    }
  }

  private final ClassLoader loader;

  Jvm(ClassFiles classes) {
    this.loader = new Loader(classes);
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  /** The method of a theorem, ready to be called. */
  Call of(Theorem theorem) {
    try {
      return new Call(theorem);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(theorem.signature, e);
    }
  }

  private static Object zero(Class<?> type) {
    if (type == long.class) {
      return 0L;
    }
    if (type == int.class) {
      return 0;
    }
    return type == boolean.class ? false : null;
  }

  /** One method, and how its arguments are made and its result is read. */
  final class Call {
    private final Theorem theorem;
    private final MethodHandle method;
    private final List<Constructor<?>> constructors = new ArrayList<>();
    private final List<Field> resultFields = new ArrayList<>();

    private Call(Theorem theorem) throws ReflectiveOperationException {
      this.theorem = theorem;
      Class<?> owner = Class.forName(theorem.owner.replace('/', '.'), true, loader);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      MethodType type = MethodType.fromMethodDescriptorString(theorem.descriptor(), loader);
      MethodHandle found =
          theorem.isStatic
              ? lookup.findStatic(owner, theorem.method, type)
              : lookup.findSpecial(owner, theorem.method, type, owner);
      int count = found.type().parameterCount();
      method =
          found
              .asSpreader(Object[].class, count)
              .asType(MethodType.methodType(Object.class, Object[].class));
      for (Theorem.Parameter parameter : theorem.parameters) {
        constructors.add(parameter.type() instanceof Type.Shape shape ? constructor(shape) : null);
      }
      if (theorem.result instanceof Type.Shape shape) {
        Class<?> result = Class.forName(shape.className().replace('/', '.'), true, loader);
        for (String name : shape.fields().keySet()) {
          Field field = result.getDeclaredField(name);
          field.setAccessible(true);
          resultFields.add(field);
        }
      }
    }

    private Constructor<?> constructor(Type.Shape shape) throws ReflectiveOperationException {
      Constructor<?> constructor = load(shape).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor;
    }

    private Class<?> load(Type.Shape shape) throws ClassNotFoundException {
      return Jvm.this.load(shape.className().replace('/', '.'));
    }

    /** An object by its fields: its constructor may be one that works them out. */
    private Object make(Constructor<?> constructor, Type.Shape shape, List<BigInteger> numbers)
        throws ReflectiveOperationException {
      Object object =
          constructor.newInstance(
              Arrays.stream(constructor.getParameterTypes()).map(Jvm::zero).toArray());
      int next = 0;
      for (String name : shape.fields().keySet()) {
        Field field = constructor.getDeclaringClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(object, word(shape.fields().get(name), numbers.get(next++)));
      }
      return object;
    }

    Outcome with(List<BigInteger> inputs) {
      Object[] arguments = new Object[theorem.parameters.size()];
      try {
        int next = 0;
        for (int i = 0; i < arguments.length; i++) {
          switch (theorem.parameters.get(i).type()) {
            case Type.Number number -> arguments[i] = word(number, inputs.get(next++));
            case Type.EnumConstant constant -> arguments[i] = constant.constant();
            case Type.Text text -> arguments[i] = "units";
            case Type.Shape shape -> {
              int end = next + shape.fields().size();
              arguments[i] = make(constructors.get(i), shape, inputs.subList(next, end));
              next = end;
            }
            case Type.Nothing nothing -> throw new IllegalStateException();
          }
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(theorem.signature, e);
      }
      Object result;
      try {
        result = method.invokeExact(arguments);
      } catch (Throwable thrown) {
        return Outcome.threw(thrown.getClass().getName());
      }
      return Outcome.returned(numbers(result));
    }

    private List<BigInteger> numbers(Object result) {
      return switch (theorem.result) {
        case Type.Number number -> List.of(number(number, result));
        case Type.Shape shape -> result == null ? null : fields(shape, result);
        default -> List.of();
      };
    }

    private List<BigInteger> fields(Type.Shape shape, Object result) {
      List<BigInteger> numbers = new ArrayList<>();
      List<Type.Number> types = List.copyOf(shape.fields().values());
      try {
        for (int i = 0; i < types.size(); i++) {
          numbers.add(number(types.get(i), resultFields.get(i).get(result)));
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
      return numbers;
    }
  }

  private static Object word(Type.Number type, BigInteger value) {
    return switch (type.descriptor()) {
      case "J" -> value.longValue();
      case "I" -> value.intValue();
      case "Z" -> value.signum() != 0;
      default -> throw new IllegalStateException(type.descriptor());
    };
  }

  private static BigInteger number(Type.Number type, Object word) {
    BigInteger value =
        switch (word) {
          case Long l -> BigInteger.valueOf(l);
          case Integer i -> BigInteger.valueOf(i);
          case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
          default -> throw new IllegalStateException("no number: " + word);
        };
    return type.kind().isSigned()
        ? value
        : Numbers.wrap(value, BigInteger.ZERO, type.kind().bits());
  }
}
