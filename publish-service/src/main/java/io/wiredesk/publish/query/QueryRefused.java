package io.wiredesk.publish.query;

/** A query that cannot be run; the message is one sentence on one line that says why and where. */
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 1L;

  QueryRefused(String message) {
    super(message);
  }

  /** A sentence without its full stop, and the character it is about, from 1. */
  static QueryRefused at(int character, String sentence) {
    return new QueryRefused("At character " + character + ": " + sentence);
  }
}
