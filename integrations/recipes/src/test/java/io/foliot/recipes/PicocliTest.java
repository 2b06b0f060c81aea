package io.foliot.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

class PicocliTest {
  private static final class Command {
    @Option(names = "--timeout")
    private Duration timeout;

    @Option(names = "--since")
    private PosixTime since;
  }

  private static Command parse(String... arguments) {
    Command command = new Command();
    CommandLine commandLine =
        new CommandLine(command)
            .registerConverter(Duration.class, Duration::parse)
            .registerConverter(PosixTime.class, PosixTime::parse);
    commandLine.parseArgs(arguments);
    return command;
  }

  @Test
  void options() {
    Command command = parse("--timeout", "1m30s", "--since=0000-01-01T00:00:00Z");
    assertEquals(Duration.ofSeconds(90), command.timeout);
    assertEquals(PosixTime.MIN, command.since);
    assertNull(parse().timeout);
    assertEquals(Duration.MAX, parse("--timeout", Duration.MAX.toString()).timeout);
    assertEquals(PosixTime.MAX, parse("--since", PosixTime.MAX.toString()).since);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "-1s", "585y", "1 month", ""})
  void refusals(String wrong) {
    String message =
        assertThrows(ParameterException.class, () -> parse("--timeout=" + wrong)).getMessage();
    assertTrue(message.startsWith("Invalid value for option '--timeout'"), message);
    assertTrue(message.contains("cannot read \"" + wrong + "\" as a duration"), message);
  }
}
