package io.wiredesk.ingest.feeds;

/** Ends the reading of one entry; becomes a {@link WrongFeed}. */
final class WrongEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  WrongEntryException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  int line() {
    return line;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
