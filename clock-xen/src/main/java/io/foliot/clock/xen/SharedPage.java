package io.foliot.clock.xen;

/**
 * Memory that a hypervisor writes while this program reads it: a page at a fixed address, a mapped
 * file, a foreign memory segment, an array in a test.
 *
 * <p>Every load has <em>acquire</em> meaning: no later load of the same thread may be satisfied
 * before it. On x86 that is a plain load that the compiler does not move; on ARM it is {@code
 * LDAR}. Values are in the byte order of the machine, as the hypervisor writes them.
 *
 * <p>Implementations may be called by many threads at once. They need not check the offset: only
 * offsets that the structures in this package name are asked for.
 */
public interface SharedPage {

  /**
   * Loads 32 bits.
   *
   * @param offset bytes from the start of the page, a multiple of 4
   * @return the bits now in memory; never half of one write and half of another
   */
  int loadInt(int offset);

  /**
   * Loads 64 bits. The load may be made of two halves: all readers in this package load again when
   * the structure changed meanwhile.
   *
   * @param offset bytes from the start of the page, a multiple of 8
   * @return the bits now in memory
   */
  long loadLong(int offset);
}
