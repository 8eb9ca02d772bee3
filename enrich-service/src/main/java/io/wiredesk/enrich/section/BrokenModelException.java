package io.wiredesk.enrich.section;

/**
 * The native side of a model failed: out of memory, a broken file, a processor without the
 * instructions it needs. Nothing that an item can be blamed for: the service stops.
 */
public final class BrokenModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
