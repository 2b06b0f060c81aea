package io.foliot.simulation;
final class Plant {
  public static void main(String[] a) {
    long points = Long.parseLong(a[0]);
    String which = a.length > 1 ? a[1] : "";
    for (PlantedFault f : PlantedFault.all()) {
      if (!f.what().contains(which)) continue;
      long t = System.nanoTime();
      Runner r = null;
      String found = "NOT FOUND";
      try {
        AssertionError e = f.find(points);
        if (e != null) found = e.getMessage().lines().findFirst().get();
      } catch (RuntimeException e) { found = "???? " + e; }
      System.out.println((System.nanoTime() - t) / 1000000 + " ms " + (r == null ? 0 : r.points()) + " " + f.what() + ": " + (found.length() > 260 ? found.substring(0, 260): found));
    }
  }
}
