package io.foliot.gson;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;

/**
 * A Gson adapter factory for {@link Duration} and {@link PosixTime}, as values and as keys of maps.
 *
 * <pre>{@code
 * Gson gson = new GsonBuilder().registerTypeAdapterFactory(new FoliotAdapterFactory()).create();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} sets another {@link WireFormat}. A value that cannot be
 * written or read is a {@code JsonParseException} with the message of {@code WireFormat} and the
 * path; null is null. Keys are text in every format.
 *
 * <p>For one field, use {@code @JsonAdapter(FoliotAdapterFactory.class)} for text, or a subclass of
 * {@link WireAdapter} for another format.
 *
 * <p>Thread safety: immutable.
 */
public final class FoliotAdapterFactory implements TypeAdapterFactory {
  private final WireAdapter<?> durations;
  private final WireAdapter<?> times;

  /** Creates a factory of adapters that write text. */
  public FoliotAdapterFactory() {
    this(new WireAdapter<>(WireFormat.durations()), new WireAdapter<>(WireFormat.times()));
  }

  private FoliotAdapterFactory(WireAdapter<?> durations, WireAdapter<?> times) {
    this.durations = durations;
    this.times = times;
  }

  /**
   * {@return a factory with another format for one of the types}
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   */
  public FoliotAdapterFactory with(WireFormat<?> format) {
    WireAdapter<?> adapter = new WireAdapter<>(format);
    return format.type() == Duration.class
        ? new FoliotAdapterFactory(adapter, times)
        : new FoliotAdapterFactory(durations, adapter);
  }

  @Override
  @SuppressWarnings("unchecked") // The adapter is of the requested type.
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (raw == Duration.class) {
      return (TypeAdapter<T>) durations;
    }
    return raw == PosixTime.class ? (TypeAdapter<T>) times : null;
  }
}
