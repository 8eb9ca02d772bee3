package io.wiredesk.registry.door;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of senders that may be in memory at a time, whoever sends them: what is received counts as
 * it comes, not as it is announced. Thread-safe.
 */
public final class ByteBudget {

  private final AtomicLong left;

  /**
   * A budget.
   *
   * @param bytes in all
   */
  public ByteBudget(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Takes bytes where there are so many left; false, and nothing taken, where not. */
  public boolean take(long bytes) {
    long before = left.get();
    while (before >= bytes) {
      if (left.compareAndSet(before, before - bytes)) {
        return true;
      }
      before = left.get();
    }
    return false;
  }

  /** Gives back what was taken. */
  public void giveBack(long bytes) {
    left.addAndGet(bytes);
  }

  /** Bytes that can be taken now. */
  public long left() {
    return left.get();
  }
}
