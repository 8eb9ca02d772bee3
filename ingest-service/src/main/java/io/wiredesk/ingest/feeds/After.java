package io.wiredesk.ingest.feeds;

import java.util.Locale;

/** What becomes of a file or mail at its source when it is taken in. */
public enum After {
  /** A file goes to {@code .done/<day>/} beside it. */
  MOVE,
  /** It is deleted. */
  DELETE,
  /** It stays; that it was taken is kept on {@code news.feed-marks}. */
  LEAVE,
  /** A mail is flagged as seen. */
  SEEN;

  static After of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
