/**
 * Durations and times as the well-known types of Protocol Buffers. Start at {@link
 * io.foliot.protobuf.ProtobufTime}.
 */
package io.foliot.protobuf;
