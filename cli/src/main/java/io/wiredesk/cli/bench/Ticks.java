package io.wiredesk.cli.bench;

/**
 * Time in nanoseconds since 1970 that never goes back: comparable with the trail of an item on the
 * same machine, to a millisecond.
 */
@FunctionalInterface
interface Ticks {

  long now();

  /** The machine's clock as it is now, from here on by its monotonic one. */
  static Ticks system() {
    long wall = System.currentTimeMillis() * 1_000_000;
    long began = System.nanoTime();
    return () -> wall + System.nanoTime() - began;
  }
}
