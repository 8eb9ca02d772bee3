package io.wiredesk.runtime;

/**
 * A running service, alone in its process or one of several. Close it once; closing finishes what
 * is in hand.
 */
public interface Service extends AutoCloseable {

  /** Name, e.g. {@code ingest}. */
  String name();

  /** Readiness and liveness. */
  Health health();

  /** Base URL of its HTTP side. */
  String url();

  @Override
  void close();
}
