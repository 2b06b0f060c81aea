/** Answers to the same questions from elsewhere: the JDK's own class file parser, and execution. */
package io.foliot.softfloat.oracle;
