package io.wiredesk.ingest.poll;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server does not give the document now. */
public final class PollRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;

  PollRefusedException(String reason, @Nullable Duration retryAfter) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  /** How long it asks to be left alone; null where it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
