/**
 * The text and number formats that the JSON and configuration integrations share. Start at {@link
 * io.foliot.wire.WireFormat}.
 */
package io.foliot.wire;
