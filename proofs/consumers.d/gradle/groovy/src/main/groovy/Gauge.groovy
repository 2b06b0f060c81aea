class Gauge {
  double seconds() {
    1
  }
}
