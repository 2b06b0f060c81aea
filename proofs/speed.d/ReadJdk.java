import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The minimum work of a reader of the running JDK: lists the class files of all modules and copies
 * each once, on all processors.
 */
final class ReadJdk {
  private record Item(ModuleReader reader, String name) {}

  private static final int CHUNK = 32;

  private ReadJdk() {}

  public static void main(String[] args) throws InterruptedException {
    List<ModuleReference> modules = new ArrayList<>(ModuleFinder.ofSystem().findAll());
    List<Item> items = new ArrayList<>();
    share(modules.size(), 1, (i, buffer) -> list(modules.get(i), items));
    AtomicLong bytes = new AtomicLong();
    share(items.size(), CHUNK, (i, buffer) -> bytes.addAndGet(copy(items.get(i), buffer)));
    System.out.println(items.size() + " class files, " + bytes + " bytes");
  }

  private interface Task {
    void run(int index, byte[] buffer) throws IOException;
  }

  private static void share(int count, int chunk, Task task) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread =
          new Thread(
              () -> {
                byte[] buffer = new byte[1 << 21];
                int from = next.getAndAdd(chunk);
                while (from < count) {
                  for (int j = from; j < Math.min(from + chunk, count); j++) {
                    try {
                      task.run(j, buffer);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                  from = next.getAndAdd(chunk);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void list(ModuleReference module, List<Item> items) throws IOException {
    ModuleReader reader = module.open();
    List<Item> own = new ArrayList<>();
    reader.list().filter(name -> name.endsWith(".class")).forEach(name -> own.add(new Item(reader, name)));
    synchronized (items) {
      items.addAll(own);
    }
  }

  private static int copy(Item item, byte[] buffer) throws IOException {
    ByteBuffer content = item.reader().read(item.name()).orElseThrow();
    int length = content.remaining();
    content.get(buffer, 0, length);
    item.reader().release(content);
    return length;
  }
}
