package io.wiredesk.publish.desk;

import io.wiredesk.schemas.NewsItem;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The desks as they are now. An item is matched against the desks of one moment: a change waits for
 * items in hand and counts for the next. Thread-safe; close it when nothing matches any more.
 */
public final class Desks implements AutoCloseable {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private DeskSet current = DeskSet.unknown();
  private volatile Set<String> names = Set.of();
  private volatile long generation;
  private volatile @Nullable String problem;

  /** The desks that the item matches now. */
  public Matches match(NewsItem item) {
    lock.readLock().lock();
    try {
      return current.match(item);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The desks of this moment, to show; not to match with. */
  public DeskSet current() {
    lock.readLock().lock();
    try {
      return current;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Grows whenever the file's desks changed; 0 before it was read. */
  public long generation() {
    return generation;
  }

  /** True if the file was read and does not have the desk. */
  public boolean isRemoved(String desk) {
    return generation > 0 && !names.contains(desk);
  }

  /** From now on these desks count. */
  public void replace(DeskSet next) {
    lock.writeLock().lock();
    try {
      DeskSet before = current;
      current = next;
      names = next.entries().keySet();
      generation += next.isKnown() ? 1 : 0;
      before.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** What is wrong with the file as a whole; null where it could be read. */
  public @Nullable String problem() {
    return problem;
  }

  void problem(@Nullable String sentence) {
    problem = sentence;
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      current.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
