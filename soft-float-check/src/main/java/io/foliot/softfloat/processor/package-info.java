/**
 * The API rules as an annotation processor, which shows findings at the source line in compilers
 * and editors. Start at {@link io.foliot.softfloat.processor.FloatProcessor}.
 */
package io.foliot.softfloat.processor;
