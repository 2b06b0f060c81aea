import io.foliot.clock.posix.PosixClocks;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads each clock before and after a C program reads it: the reading of the C program must lie in
 * between. Argument: the C program.
 */
final class Witness {
  private static final int ROUNDS = 2_000;

  public static void main(String[] args) throws Exception {
    Map<String, LongSupplier> clocks = new LinkedHashMap<>();
    clocks.put("CLOCK_REALTIME", PosixClocks.realtime()::epochNanos);
    clocks.put("CLOCK_MONOTONIC", PosixClocks.monotonic()::elapsedNanos);
    clocks.put("CLOCK_MONOTONIC_RAW", PosixClocks.monotonicRaw()::elapsedNanos);
    clocks.put("CLOCK_REALTIME_COARSE", PosixClocks.realtimeCoarse()::epochNanos);
    clocks.put("CLOCK_MONOTONIC_COARSE", PosixClocks.monotonicCoarse()::elapsedNanos);
    clocks.put("CLOCK_BOOTTIME", PosixClocks.boottime()::elapsedNanos);
    clocks.put("CLOCK_TAI", PosixClocks.tai()::epochNanos);
    long[] resolutions = {
      PosixClocks.realtime().periodPicos().orElseThrow(),
      PosixClocks.monotonic().periodPicos().orElseThrow(),
      PosixClocks.monotonicRaw().periodPicos().orElseThrow(),
      PosixClocks.realtimeCoarse().periodPicos().orElseThrow(),
      PosixClocks.monotonicCoarse().periodPicos().orElseThrow(),
      PosixClocks.boottime().periodPicos().orElseThrow(),
      PosixClocks.tai().periodPicos().orElseThrow(),
    };
    Process process = new ProcessBuilder(args[0]).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int wrong = 0;
    try (BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream questions = process.getOutputStream()) {
      int index = 0;
      for (Map.Entry<String, LongSupplier> clock : clocks.entrySet()) {
        long widest = 0;
        for (int i = 0; i < ROUNDS; i++) {
          long before = clock.getValue().getAsLong();
          questions.write(index);
          questions.flush();
          String[] answer = answers.readLine().split(" ");
          long after = clock.getValue().getAsLong();
          long witness = Long.parseLong(answer[0]);
          if (witness < before || witness > after || Long.parseLong(answer[1]) * 1000 != resolutions[index]) {
            wrong++;
            System.out.println(
                "wrong " + clock.getKey() + " " + before + " " + String.join(" ", answer) + " " + after);
          }
          widest = Math.max(widest, after - before);
        }
        System.out.println(
            "witness " + clock.getKey() + " " + clock.getValue().getAsLong() + " rounds " + ROUNDS
                + " widest-ns " + widest);
        index++;
      }
    }
    System.exit(wrong == 0 ? process.waitFor() : 1);
  }
}
