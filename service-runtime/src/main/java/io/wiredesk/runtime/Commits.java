package io.wiredesk.runtime;

import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When a stream thread commits. What has just come is committed as soon as the thread has worked
 * off what it has in hand, so that it is visible downstream at once; a backlog waits for the commit
 * interval: then throughput counts, and a transaction costs as much for one record as for hundreds.
 * Stateless.
 */
public final class Commits {
  /** A record that has been on its way for longer than this, in ms, stands in a backlog. */
  static final long FRESH_MS = 1_000;

  private Commits() {}

  /**
   * Asks for a commit after this record, unless it is late.
   *
   * @param timestamp of the record, which is that of what it came from, in ms since 1970
   */
  public static void soon(ProcessingContext context, long timestamp) {
    if (context.currentSystemTimeMs() - timestamp <= FRESH_MS) {
      context.commit();
    }
  }
}
