package io.wiredesk.ingest.line;

/** Not now: what came before could not be kept. No failure of its own. */
final class HeldBackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HeldBackException() {
    super("held back", null, false, false);
  }
}
