package io.foliot.softfloat.oracle;

/** Runs the generated entry points under {@link FloatAgent} and prints what they executed. */
public final class Observer {
  private Observer() {}

  /** One generated entry point. */
  @FunctionalInterface
  public interface Entries {
    /** Runs entry point {@code number}. */
    void run(int number) throws Throwable;
  }

  /** The arguments are the class of the entry points and their number. */
  public static void main(String[] args) throws Exception {
    Entries entries =
        Class.forName(args[0]).asSubclass(Entries.class).getDeclaredConstructor().newInstance();
    int count = Integer.parseInt(args[1]);
    for (int i = 0; i < count; i++) {
      String outcome = "returned";
      FloatProbe.start();
      try {
        entries.run(i);
      } catch (Throwable e) {
        outcome = e.getClass().getSimpleName();
      }
      int[] hit = FloatProbe.stop();
      StringBuilder line = new StringBuilder("entry ").append(i).append(' ').append(outcome);
      for (int method : hit) {
        line.append(' ').append(FloatAgent.method(method));
      }
      System.out.println(line);
    }
  }
}
