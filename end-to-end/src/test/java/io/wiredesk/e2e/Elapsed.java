package io.wiredesk.e2e;

/**
 * Time that passed, to be told in the log and not to be compared: how long something takes is a
 * fact about the machine, and no test may fail of it. Immutable.
 */
public final class Elapsed {

  private final long began = System.nanoTime();

  private Elapsed() {}

  /** From now on. */
  public static Elapsed start() {
    return new Elapsed();
  }

  /** Until now, e.g. {@code 12.3 s}. */
  @Override
  public String toString() {
    return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
  }
}
