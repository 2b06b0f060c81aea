/** The Maven plugin, goal prefix {@code soft-float}. */
package io.foliot.softfloat.maven;
