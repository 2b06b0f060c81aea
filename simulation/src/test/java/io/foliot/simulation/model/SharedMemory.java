package io.foliot.simulation.model;

import io.foliot.clock.xen.SharedPage;
import io.foliot.simulation.Schedule;
import java.util.ArrayDeque;

/** A page that a hypervisor writes word by word while threads read it. */
final class SharedMemory implements SharedPage {
  private final Machine machine;
  private final int[] words = new int[1024];
  private final ArrayDeque<Runnable> writes = new ArrayDeque<>();

  SharedMemory(Machine machine) {
    this.machine = machine;
  }

  @Override
  public int loadInt(int offset) {
    machine.takeTime();
    return words[offset >> 2];
  }

  @Override
  public long loadLong(int offset) {
    long low = loadInt(offset) & 0xFFFF_FFFFL;
    Schedule.point();
    return low | ((long) loadInt(offset + 4) << 32);
  }

  int peek(int offset) {
    return words[offset >> 2];
  }

  void poke(int offset, int value) {
    words[offset >> 2] = value;
  }

  void write(int offset, int value) {
    writes.add(() -> words[offset >> 2] = value);
  }

  void writeLong(int offset, long value) {
    write(offset, (int) value);
    write(offset + 4, (int) (value >>> 32));
  }

  /** Queues an effect after all writes before it. */
  void then(Runnable effect) {
    writes.add(effect);
  }

  boolean isBeingWritten() {
    return !writes.isEmpty();
  }

  void step() {
    writes.remove().run();
  }

  /** Performs all queued writes at once, as while no virtual CPU runs. */
  void finish() {
    while (isBeingWritten()) {
      step();
    }
  }
}
