/** Reads the monotonic clock without Foliot. */
final class ReadNanoTime {
  public static void main(String[] args) {
    System.out.println(System.nanoTime());
  }
}
