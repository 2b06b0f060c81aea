package io.foliot.simulation;
final class Simulate {
  public static void main(String[] a) {
    long seed = a.length > 1 ? Long.parseLong(a[1]) : 1;
    long points = Long.parseLong(a[0]);
    String which = a.length > 2 ? a[2] : "";
    Object[][] all = {{"SteeredSimulation", false, 1500}, {"SteeredSimulation", true, 1500}, {"GuestSimulation", 1, 1500}, {"GuestSimulation", 2, 1500}, {"CounterSimulation", 1500}};
    for (Object[] s : all) {
      String name = s[0] + "-" + s[1];
      if (!name.contains(which)) continue;
      long t = System.nanoTime();
      Runner r = new Runner(new RewritingLoader(), (String) s[0], java.util.Arrays.copyOfRange(s, 1, s.length));
      try { r.random(seed, points); } catch (AssertionError e) { System.out.println(e.getMessage()); }
      System.out.println("= " + name + " " + r.points() + " points " + r.histories() + " histories " + (System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
