package io.foliot.softfloat.internal.api;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of Protocol Buffers, read without its schema as numbers and bytes by field
 * (https://protobuf.dev/programming-guides/encoding/). Damaged messages throw a {@link
 * RuntimeException}.
 */
final class ProtoMessage {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;

  private final Map<Integer, List<Long>> numbers = new HashMap<>();
  private final Map<Integer, List<ByteBuffer>> bytes = new HashMap<>();

  private ProtoMessage() {}

  /** Reads a message that fills the rest of the buffer. */
  static ProtoMessage of(ByteBuffer in) {
    ProtoMessage message = new ProtoMessage();
    while (in.hasRemaining()) {
      long key = varint(in);
      int field = (int) (key >>> 3);
      switch ((int) key & 7) {
        case VARINT -> add(message.numbers, field, varint(in));
        case FIXED_64 -> in.position(in.position() + Long.BYTES);
        case BYTES -> add(message.bytes, field, delimited(in));
        case FIXED_32 -> in.position(in.position() + Integer.BYTES);
        default -> throw new IllegalArgumentException("wire type " + (key & 7));
      }
    }
    return message;
  }

  /** Reads bytes that follow their length. */
  static ByteBuffer delimited(ByteBuffer in) {
    int length = Math.toIntExact(varint(in));
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte part = in.get();
      value |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }

  private static <T> void add(Map<Integer, List<T>> fields, int field, T value) {
    fields.computeIfAbsent(field, key -> new ArrayList<>(1)).add(value);
  }

  boolean has(int field) {
    return numbers.containsKey(field) || bytes.containsKey(field);
  }

  /** The last number of a field, or a default. */
  long number(int field, long byDefault) {
    List<Long> all = numbers.get(field);
    return all == null ? byDefault : all.get(all.size() - 1);
  }

  /** The messages of a field. */
  List<ProtoMessage> messages(int field) {
    return bytes(field).stream().map(ProtoMessage::of).toList();
  }

  /** The bytes of a field, each from its start. */
  List<ByteBuffer> bytes(int field) {
    return bytes.getOrDefault(field, List.of()).stream().map(ByteBuffer::duplicate).toList();
  }
}
