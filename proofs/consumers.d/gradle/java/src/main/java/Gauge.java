public class Gauge {
  public double seconds() {
    return 1;
  }
}
