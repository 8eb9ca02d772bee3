package io.wiredesk.cli.bench;

import io.wiredesk.cli.CommandFailure;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Pushes wires at a fixed rate. Each is due at a time of its own that does not depend on how the
 * ones before fared, and its delay counts from then: a pipeline that stalls is not asked less, and
 * what waits in this process because of it is part of the delay.
 */
final class Load {

  /** Pushes under way at a time; the service takes 64. */
  private static final int IN_FLIGHT = 48;

  private final Wires wires;
  private final Pushes pushes;
  private final Ticks ticks;

  Load(Wires wires, Pushes pushes, Ticks ticks) {
    this.wires = wires;
    this.pushes = pushes;
    this.ticks = ticks;
  }

  /**
   * Pushes all of them; returns when each was answered.
   *
   * @param perSecond 0: as fast as they are taken, each due when it is pushed
   * @throws CommandFailure when the service is not there
   */
  void run(int count, double perSecond, Ledger ledger) throws InterruptedException {
    Semaphore free = new Semaphore(IN_FLIGHT);
    AtomicInteger failed = new AtomicInteger();
    long began = ticks.now();
    for (int i = 0; i < count; i++) {
      Wire wire = wires.next();
      long due = began + (perSecond > 0 ? (long) (i / perSecond * 1e9) : 0);
      awaitTime(due);
      free.acquire();
      ledger.due(wire, perSecond > 0 ? due : ticks.now());
      pushes
          .push(wire)
          .whenComplete(
              (taken, failure) -> {
                if (failure != null || !taken) {
                  ledger.refused(wire);
                  failed.incrementAndGet();
                }
                free.release();
              });
      if (failed.get() > 100 && failed.get() > i / 2) {
        throw new CommandFailure("The ingest service does not take what is pushed; is it there?");
      }
    }
    free.acquire(IN_FLIGHT);
  }

  private void awaitTime(long due) throws InterruptedException {
    for (long left = due - ticks.now(); left > 0; left = due - ticks.now()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
