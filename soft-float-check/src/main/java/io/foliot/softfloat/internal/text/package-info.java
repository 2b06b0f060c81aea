/** Parts of messages: counted words, and suggestions for misspelled names. */
package io.foliot.softfloat.internal.text;
