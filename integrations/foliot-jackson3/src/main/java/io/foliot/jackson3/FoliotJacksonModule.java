package io.foliot.jackson3;

import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;
import tools.jackson.core.Version;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches an {@code ObjectMapper} of Jackson 3 to write and read {@link Duration} and {@link
 * PosixTime}, as values and as keys of maps.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new FoliotJacksonModule()).build();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} gives another {@link WireFormat}. A property chooses for
 * itself with {@code @JsonFormat(pattern = "MILLISECONDS")}, where the pattern is the name of a
 * {@link java.util.concurrent.TimeUnit}, or {@code @JsonFormat(shape = STRING)}. Keys are always
 * text. What cannot be written or read is a {@code DatabindException}, with the reason of {@code
 * WireFormat} as its message; null is null.
 *
 * <p>Thread safety: immutable once it is registered.
 */
public final class FoliotJacksonModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Not transient: to serialize a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<Duration> durations;

  /** As {@code durations}. */
  @SuppressWarnings("serial")
  private final WireFormat<PosixTime> times;

  /** A module that writes text. */
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
   * A module that writes one of the types in another format.
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   * @return the module
   */
  @SuppressWarnings("unchecked") // A format tells its type.
  public FoliotJacksonModule with(WireFormat<?> format) {
    return format.type() == Duration.class
        ? new FoliotJacksonModule((WireFormat<Duration>) format, times)
        : new FoliotJacksonModule(durations, (WireFormat<PosixTime>) format);
  }

  /** Tells formats apart, so that the module that was added last decides. */
  @Override
  public Object getRegistrationId() {
    return getModuleName() + ": " + durations + ", " + times;
  }
}
