package io.foliot.jackson2;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;

/**
 * Teaches an {@code ObjectMapper} of Jackson 2 to write and read {@link Duration} and {@link
 * PosixTime}, as values and as keys of maps.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new FoliotModule()).build();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} gives another {@link WireFormat}. A property chooses for
 * itself with {@code @JsonFormat(pattern = "MILLISECONDS")}, where the pattern is the name of a
 * {@link java.util.concurrent.TimeUnit}, or {@code @JsonFormat(shape = STRING)}. Keys are always
 * text. What cannot be written or read is a {@code JsonMappingException}, with the reason of {@code
 * WireFormat} as its message; null is null.
 *
 * <p>Thread safety: immutable once it is registered.
 */
public final class FoliotModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Not transient: to serialize a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<Duration> durations;

  /** As {@code durations}. */
  @SuppressWarnings("serial")
  private final WireFormat<PosixTime> times;

  /** A module that writes text. */
  public FoliotModule() {
    this(WireFormat.durations(), WireFormat.times());
  }

  private FoliotModule(WireFormat<Duration> durations, WireFormat<PosixTime> times) {
    super("io.foliot.jackson2", Version.unknownVersion());
    this.durations = durations;
    this.times = times;
    add(durations);
    add(times);
  }

  private <T> void add(WireFormat<T> format) {
    addSerializer(new WireJsonSerializer<>(format));
    addDeserializer(format.type(), new WireJsonDeserializer<>(format));
    addKeySerializer(format.type(), new JsonKeySerializer<>(format));
    addKeyDeserializer(format.type(), new JsonKeyDeserializer<>(format));
  }

  /**
   * A module that writes one of the types in another format.
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   * @return the module
   */
  @SuppressWarnings("unchecked") // A format tells its type.
  public FoliotModule with(WireFormat<?> format) {
    return format.type() == Duration.class
        ? new FoliotModule((WireFormat<Duration>) format, times)
        : new FoliotModule(durations, (WireFormat<PosixTime>) format);
  }

  /** Tells formats apart, so that the module that was added last decides. */
  @Override
  public Object getTypeId() {
    return getModuleName() + ": " + durations + ", " + times;
  }
}
