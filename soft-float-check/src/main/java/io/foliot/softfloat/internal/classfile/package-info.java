/**
 * The one way to read a class file: ASM, behind checks that hostile files need. Start at {@link
 * io.foliot.softfloat.internal.classfile.ClassFile}.
 */
package io.foliot.softfloat.internal.classfile;
