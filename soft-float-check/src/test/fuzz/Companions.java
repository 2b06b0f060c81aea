/** Classes that a class of the fuzzer may extend, implement or call: see FuzzTarget. */
abstract class Hidden implements Carrier {
  public double hidden(int i) {
    return i;
  }

  protected float[] field;
}

interface Carrier {
  double carry(long x);

  default Double boxed() {
    return carry(1);
  }
}

class Shown extends Hidden implements Runnable {
  public static long calls = Math.round(1.5);

  @Override
  public double carry(long x) {
    return new Fuzzed().hidden((int) x) + calls;
  }

  @Override
  public void run() {
    System.out.printf("%e", carry(calls));
  }
}

class Fuzzed extends Hidden {
  private final java.util.function.LongFunction<Shown> maker = x -> new Shown();

  @Override
  public double carry(long x) {
    return maker.apply(x).carry(x);
  }
}
