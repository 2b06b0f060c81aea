package io.foliot.gson;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import io.foliot.clock.PosixTime;
import io.foliot.duration.Duration;
import io.foliot.wire.WireFormat;

/**
 * Teaches Gson to write and read {@link Duration} and {@link PosixTime}, as values and as keys of
 * maps.
 *
 * <pre>{@code
 * Gson gson = new GsonBuilder().registerTypeAdapterFactory(new FoliotAdapterFactory()).create();
 * }</pre>
 *
 * <p>Values are text unless {@link #with} gives another {@link WireFormat}. What cannot be written
 * or read is a {@code JsonParseException}, with the reason of {@code WireFormat} and the path as
 * its message; null is null. Keys are text in every format.
 *
 * <p>For one field: {@code @JsonAdapter(FoliotAdapterFactory.class)} for text, or a subclass of
 * {@link WireAdapter} for another format.
 *
 * <p>Thread safety: immutable.
 */
public final class FoliotAdapterFactory implements TypeAdapterFactory {
  private final WireAdapter<?> durations;
  private final WireAdapter<?> times;

  /** A factory of adapters that write text. */
  public FoliotAdapterFactory() {
    this(new WireAdapter<>(WireFormat.durations()), new WireAdapter<>(WireFormat.times()));
  }

  private FoliotAdapterFactory(WireAdapter<?> durations, WireAdapter<?> times) {
    this.durations = durations;
    this.times = times;
  }

  /**
   * A factory that writes one of the types in another format.
   *
   * @param format for example {@code WireFormat.durations().in(MILLISECONDS)}
   * @return the factory
   */
  public FoliotAdapterFactory with(WireFormat<?> format) {
    WireAdapter<?> adapter = new WireAdapter<>(format);
    return format.type() == Duration.class
        ? new FoliotAdapterFactory(adapter, times)
        : new FoliotAdapterFactory(durations, adapter);
  }

  @Override
  @SuppressWarnings("unchecked") // The adapter is that of the type.
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (raw == Duration.class) {
      return (TypeAdapter<T>) durations;
    }
    return raw == PosixTime.class ? (TypeAdapter<T>) times : null;
  }
}
