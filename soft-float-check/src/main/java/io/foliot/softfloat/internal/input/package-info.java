/**
 * Opens jars, folders and modules and reads class files from them, whatever their content. Start at
 * {@code Inputs}.
 */
package io.foliot.softfloat.internal.input;
