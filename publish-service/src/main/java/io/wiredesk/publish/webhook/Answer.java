package io.wiredesk.publish.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call. Immutable.
 *
 * @param status HTTP status; 0 where there was no answer
 * @param said one phrase for people
 * @param retryAfter how long the subscriber asked to be left alone, null where it did not
 */
record Answer(int status, String said, @Nullable Duration retryAfter) {

  static final int GONE = 410;

  /** No answer came. */
  static Answer none(String why) {
    return new Answer(0, why, null);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
