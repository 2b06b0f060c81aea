/** Simulations of clocks; all of it is test code. */
package io.foliot.simulation;
