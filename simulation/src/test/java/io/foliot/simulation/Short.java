package io.foliot.simulation;
final class Short {
  public static void main(String[] a) throws Exception {
    ClassLoader l = new RewritingLoader();
    String which = a.length > 3 ? a[3] : "";
    for (Object k : l.loadClass("io.foliot.simulation.model.ShortHistory$Kind").getEnumConstants()) {
      if (!k.toString().contains(which)) continue;
      long t = System.nanoTime();
      Runner r = new Runner(l, "ShortHistory", k.toString(), Integer.parseInt(a[0]), Integer.parseInt(a[1]));
      try { r.exhaustive(Integer.parseInt(a[2])); } catch (AssertionError e) { System.out.println(e.getMessage()); }
      System.out.println("= " + k + " " + r.points() + " points " + r.histories() + " histories " + (System.nanoTime() - t) / 1000000 + " ms");
    }
  }
}
