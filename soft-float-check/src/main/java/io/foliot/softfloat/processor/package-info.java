/**
 * The API rules as an annotation processor, so that a compiler or an editor shows them at the
 * source line. Start at {@link io.foliot.softfloat.processor.FloatProcessor}.
 */
package io.foliot.softfloat.processor;
