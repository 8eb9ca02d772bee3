package io.wiredesk.ingest.line;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/** What a consumer could not do becomes the feed's state. Thread-safe. */
final class LineFailures implements ExceptionHandler {

  private final LineState state;

  LineFailures(LineState state) {
    this.state = state;
  }

  @Override
  public void handleException(Throwable exception) {
    state.failed(sentence(exception));
  }

  @Override
  public void handleException(String message, Throwable exception) {
    state.failed(sentence(exception));
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, @Nullable Throwable exception) {
    state.failed(exception == null ? String.valueOf(message) : sentence(exception));
  }

  private static String sentence(Throwable failure) {
    return Reasons.isBroker(failure)
        ? "Kafka does not confirm; what came stays at its source: " + Reasons.of(failure)
        : Reasons.of(failure);
  }
}
