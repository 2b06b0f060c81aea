import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The minimum work of a reader of jars: inflates every class file of the jars in a directory, on all
 * processors.
 */
final class InflateOnly {
  private record Item(ZipFile jar, ZipEntry entry) {}

  private static final int CHUNK = 32;

  private InflateOnly() {}

  public static void main(String[] args) throws Exception {
    List<Item> items = new ArrayList<>();
    try (var files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path file : files) {
        ZipFile jar = new ZipFile(file.toFile());
        Enumeration<? extends ZipEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (entry.getName().endsWith(".class")) {
            items.add(new Item(jar, entry));
          }
        }
      }
    }
    AtomicInteger next = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(() -> bytes.addAndGet(inflate(items, next)));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(items.size() + " class files, " + bytes + " bytes");
  }

  private static long inflate(List<Item> items, AtomicInteger next) {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int from = next.getAndAdd(CHUNK);
    while (from < items.size()) {
      for (Item item : items.subList(from, Math.min(from + CHUNK, items.size()))) {
        try (InputStream in = item.jar().getInputStream(item.entry())) {
          int more = in.read(buffer);
          while (more >= 0) {
            total += more;
            more = in.read(buffer);
          }
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
      from = next.getAndAdd(CHUNK);
    }
    return total;
  }
}
