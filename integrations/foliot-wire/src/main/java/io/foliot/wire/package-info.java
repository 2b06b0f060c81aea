/**
 * What the integrations of serializers share: how a value of Foliot looks outside the program.
 * Start at {@link io.foliot.wire.WireFormat}.
 */
package io.foliot.wire;
