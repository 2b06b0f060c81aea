/**
 * Reads class files with ASM, behind limits against hostile files. Start at {@link
 * io.foliot.softfloat.internal.classfile.ClassFile}.
 */
package io.foliot.softfloat.internal.classfile;
