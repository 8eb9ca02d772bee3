package io.wiredesk.ingest.body;

import java.time.Duration;

/**
 * The least that a sender must send: whoever falls behind within a window is cut off. Immutable.
 *
 * @param window how often it is looked at
 * @param bytes of the body that must have come within each window, unless its end has
 */
public record Pace(Duration window, int bytes) {

  /** Two KiB a second, looked at every ten: an ordinary story is there within the first. */
  public static final Pace STANDARD = new Pace(Duration.ofSeconds(10), 20 * 1024);
}
