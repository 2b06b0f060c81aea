package io.foliot.simulation;
final class Simulate {
  public static void main(String[] a) {
    long seed = a.length > 1 ? Long.parseLong(a[1]) : 1;
    long points = Long.parseLong(a[0]);
    for (boolean wall : new boolean[] {false, true}) {
      long t = System.nanoTime();
      Runner r = new Runner(new RewritingLoader(), "SteeredSimulation", wall, 1500);
      try { r.random(seed, points); } catch (AssertionError e) { System.out.println(e.getMessage()); }
      System.out.println(wall + " " + r.points() + " points " + r.histories() + " histories " + (System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
