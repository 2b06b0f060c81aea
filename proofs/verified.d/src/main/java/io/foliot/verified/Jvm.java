package io.foliot.verified;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;

/** Calls the method of a theorem in the JVM with given numbers. */
final class Jvm {
  /** Loads classes from given bytes, so that one of them can be a mutant. */
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

  /** A method, with the conversions of its arguments and its result. */
  final class Call {
    private final Theorem theorem;
    private final MethodHandle method;
    private final JvmValues values = new JvmValues(loader);

    /** The position of the tracked array index among the inputs, or −1. */
    private final int index;

    private Call(Theorem theorem) throws ReflectiveOperationException {
      this.theorem = theorem;
      index = theorem.followed();
      if (theorem.isLemma()) {
        method = null;
        return;
      }
      Class<?> owner = load(theorem.owner.replace('/', '.'));
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
    }

    Outcome with(List<BigInteger> inputs) {
      if (theorem.isLemma()) {
        return Outcome.returned(List.of());
      }
      List<Theorem.Parameter> parameters = theorem.passed();
      Object[] arguments = new Object[parameters.size()];
      int followed = index < 0 ? -1 : inputs.get(index).intValue();
      Iterator<BigInteger> numbers = inputs.iterator();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] =
            parameters.get(i).type() instanceof Type.SameArray
                ? arguments[0]
                : values.make(parameters.get(i).type(), numbers, followed);
      }
      List<?> before = JvmValues.copies(arguments);
      Object result;
      try {
        result = method.invokeExact(arguments);
      } catch (Throwable thrown) {
        boolean isClean = before.equals(JvmValues.copies(arguments));
        return Outcome.threw(thrown.getClass().getName() + (isClean ? "" : " half-way"));
      }
      if (theorem.result instanceof Type.ElementAfter after) {
        result = ((long[]) arguments[after.parameter()])[followed];
      }
      return Outcome.returned(values.read(theorem.result, result));
    }
  }
}
