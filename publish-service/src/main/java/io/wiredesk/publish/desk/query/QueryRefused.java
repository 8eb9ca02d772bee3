package io.wiredesk.publish.desk.query;

/** A query that cannot be run; the message is one sentence on one line that says why. */
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 1L;

  QueryRefused(String message) {
    super(message);
  }
}
