package io.foliot.jackson3;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import tools.jackson.core.Version;
import tools.jackson.databind.module.SimpleModule;

/**
 * A Jackson 3 module that writes and reads {@link Duration} and {@link PosixTime}, as values and as
 * keys of maps.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new FoliotJacksonModule()).build();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} sets another {@link WireFormat}. A property chooses its
 * own with {@code @JsonFormat(pattern = "MILLISECONDS")}, where the pattern is the name of a {@link
 * java.util.concurrent.TimeUnit}, or {@code @JsonFormat(shape = STRING)}. Keys are always text. A
 * value that cannot be written or read is a {@code DatabindException} with the message of {@code
 * WireFormat}; null is null.
 *
 * <p>Thread safety: immutable once it is registered.
 */
public final class FoliotJacksonModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Not transient, so that serializing a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<Duration> durations;

  /** Not transient, as {@link #durations}. */
  @SuppressWarnings("serial")
  private final WireFormat<PosixTime> times;

  /** Creates a module that writes text. */
  public FoliotJacksonModule() {
    this(WireFormat.durations(), WireFormat.times());
  }

  private FoliotJacksonModule(WireFormat<Duration> durations, WireFormat<PosixTime> times) {
    super("io.foliot.jackson3", Version.unknownVersion());
    this.durations = durations;
    this.times = times;
    add(durations);
    add(times);
  }

  private <T> void add(WireFormat<T> format) {
    addSerializer(new WireValueSerializer<>(format));
    addDeserializer(format.type(), new WireValueDeserializer<>(format));
    addKeySerializer(format.type(), new ValueKeySerializer<>(format));
    addKeyDeserializer(format.type(), new ValueKeyDeserializer<>(format));
  }

  /**
   * {@return a module with another format for one of the types}
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   */
  @SuppressWarnings("unchecked") // type() is the type argument.
  public FoliotJacksonModule with(WireFormat<?> format) {
    return format.type() == Duration.class
        ? new FoliotJacksonModule((WireFormat<Duration>) format, times)
        : new FoliotJacksonModule(durations, (WireFormat<PosixTime>) format);
  }

  /** Distinguishes formats, so that the module added last wins. */
  @Override
  public Object getRegistrationId() {
    return getModuleName() + ": " + durations + ", " + times;
  }
}
