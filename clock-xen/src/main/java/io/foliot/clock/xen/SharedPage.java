package io.foliot.clock.xen;

/**
 * Memory that a hypervisor writes while this program reads it: a page at a fixed address, a mapped
 * file, a memory segment, an array in a test.
 *
 * <p>Every load has <em>acquire</em> semantics: no later load of the same thread is reordered
 * before it. On x86 that is a plain load that the compiler does not move; on ARM it is {@code
 * LDAR}. Values have the byte order of the machine, in which the hypervisor writes them.
 *
 * <p>Implementations must be safe for use by several threads. They need not check offsets: the
 * clocks of this package pass only offsets of the structures they read.
 */
public interface SharedPage {

  /**
   * Loads 32 bits.
   *
   * @param offset bytes from the start of the page, a multiple of 4
   * @return the bits, never torn between two writes
   */
  int loadInt(int offset);

  /**
   * Loads 64 bits. The load may be torn: all readers in this package retry if the structure has
   * changed.
   *
   * @param offset bytes from the start of the page, a multiple of 8
   * @return the bits
   */
  long loadLong(int offset);
}
