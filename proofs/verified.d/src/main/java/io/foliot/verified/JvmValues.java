package io.foliot.verified;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Converts between values of the running JVM and numbers. */
final class JvmValues {
  private final ClassLoader loader;
  private final Map<String, Constructor<?>> constructors = new ConcurrentHashMap<>();

  JvmValues(ClassLoader loader) {
    this.loader = loader;
  }

  /** A value; of an array, the element at one index is given and the others are arbitrary. */
  Object make(Type type, Iterator<BigInteger> numbers, int index) {
    return switch (type) {
      case Type.Number number -> word(number, numbers.next());
      case Type.EnumConstant constant -> constant.constant();
      case Type.Text text -> "units";
      case Type.Missing missing -> null;
      case Type.Elements elements -> array(elements, numbers, index);
      case Type.Shape shape -> object(shape, numbers);
      default -> throw new IllegalStateException("no argument: " + type);
    };
  }

  private static long[] array(Type.Elements type, Iterator<BigInteger> numbers, int index) {
    BigInteger length = numbers.next();
    long element = numbers.next().longValue();
    if (length.bitLength() > 16) {
      throw new Unproved("an array of " + length + " is not tried");
    }
    long[] array = new long[length.intValue()];
    for (int i = 0; i < array.length; i++) {
      Range range = i < index ? type.before() : type.after();
      array[i] = (i % 2 == 0 ? range.low() : range.high()).longValue();
    }
    if (index < array.length) {
      array[index] = element;
    }
    return array;
  }

  /** An object with given fields; its constructor may compute them from others. */
  private Object object(Type.Shape shape, Iterator<BigInteger> numbers) {
    try {
      Class<?> type = Class.forName(shape.className().replace('/', '.'), true, loader);
      if (type.isInterface()) {
        Object answer = make(shape.fields().get(Type.Shape.ANSWER), numbers, -1);
        return Proxy.newProxyInstance(
            loader, new Class<?>[] {type}, (proxy, method, arguments) -> answer);
      }
      Object object = constructors.computeIfAbsent(shape.className(), this::blank).newInstance();
      for (Map.Entry<String, Type> entry : shape.fields().entrySet()) {
        field(object.getClass(), entry.getKey()).set(object, make(entry.getValue(), numbers, -1));
      }
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.className(), e);
    }
  }

  /** Makes an object without running a constructor, with the JDK's serialization factory. */
  private Constructor<?> blank(String className) {
    try {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      return (Constructor<?>)
          factory
              .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
              .invoke(
                  instance,
                  Class.forName(className.replace('/', '.'), true, loader),
                  Object.class.getDeclaredConstructor());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className, e);
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** The numbers of a result; null for null. */
  List<BigInteger> read(Type type, Object result) {
    if (result == null && type instanceof Type.Shape) {
      return null;
    }
    List<BigInteger> numbers = new ArrayList<>();
    read(type, result, numbers);
    return numbers;
  }

  private static void read(Type type, Object value, List<BigInteger> numbers) {
    switch (type) {
      case Type.Number number -> numbers.add(number(number, value));
      case Type.ElementAfter after -> numbers.add(number(after.element(), value));
      case Type.Shape shape -> {
        try {
          for (Map.Entry<String, Type> entry : shape.fields().entrySet()) {
            Object part = field(value.getClass(), entry.getKey()).get(value);
            read(entry.getValue(), part, numbers);
          }
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(shape.className(), e);
        }
      }
      default -> {}
    }
  }

  /** The current contents of the arrays among the arguments. */
  static List<?> copies(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(a -> a instanceof long[] array ? Arrays.stream(array).boxed().toList() : List.of())
        .toList();
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
