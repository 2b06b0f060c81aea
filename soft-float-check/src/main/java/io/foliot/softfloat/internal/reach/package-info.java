/**
 * The REACH rules: what the entry points can execute. {@code ReachCheck} judges, {@code Walk}
 * follows the code from one entry point, {@code CutPoints} says where it stops on purpose.
 */
package io.foliot.softfloat.internal.reach;
