/** How work is shared out among threads. */
package io.foliot.softfloat.internal.gang;
