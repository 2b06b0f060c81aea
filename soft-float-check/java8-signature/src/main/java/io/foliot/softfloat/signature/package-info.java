/**
 * Makes a signature for Animal Sniffer without floating point. Start at {@link
 * io.foliot.softfloat.signature.WithoutFloats}.
 */
package io.foliot.softfloat.signature;
