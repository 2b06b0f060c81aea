/**
 * The fast first look at a class file, and the grammar of descriptors and signatures. Start at
 * {@code ClassScanner}.
 */
package io.foliot.softfloat.internal.scan;
