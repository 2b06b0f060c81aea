package io.foliot.jackson2;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;

/**
 * A Jackson 2 module that writes and reads {@link Duration} and {@link PosixTime}, as values and as
 * keys of maps.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new FoliotModule()).build();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} sets another {@link WireFormat}. A property chooses its
 * own with {@code @JsonFormat(pattern = "MILLISECONDS")}, where the pattern is the name of a {@link
 * java.util.concurrent.TimeUnit}, or {@code @JsonFormat(shape = STRING)}. Keys are always text. A
 * value that cannot be written or read is a {@code JsonMappingException} with the message of {@code
 * WireFormat}; null is null.
 *
 * <p>Thread safety: immutable once it is registered.
 */
public final class FoliotModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Not transient, so that serializing a mapper fails at once, not when the copy is used. */
  @SuppressWarnings("serial")
  private final WireFormat<Duration> durations;

  /** Not transient, as {@link #durations}. */
  @SuppressWarnings("serial")
  private final WireFormat<PosixTime> times;

  /** Creates a module that writes text. */
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
   * {@return a module with another format for one of the types}
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   */
  @SuppressWarnings("unchecked") // type() is the type argument.
  public FoliotModule with(WireFormat<?> format) {
    return format.type() == Duration.class
        ? new FoliotModule((WireFormat<Duration>) format, times)
        : new FoliotModule(durations, (WireFormat<PosixTime>) format);
  }

  /** Distinguishes formats, so that the module added last wins. */
  @Override
  public Object getTypeId() {
    return getModuleName() + ": " + durations + ", " + times;
  }
}
