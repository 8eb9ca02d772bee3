package io.wiredesk.ingest.line;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/** What a consumer could not do becomes the feed's state. Thread-safe. */
final class LineFailures implements ExceptionHandler {

  private final LineState state;

  /** Some consumers hand over what a processor threw, some do not: it counts once. */
  private final AtomicReference<@Nullable Throwable> last = new AtomicReference<>();

  LineFailures(LineState state) {
    this.state = state;
  }

  /** A processor whose failures are recorded and go on to the consumer. */
  Processor recording(Processor work) {
    return exchange -> {
      try {
        work.process(exchange);
      } catch (Exception e) { // whatever a processor throws
        handleException(e);
        throw e;
      }
    };
  }

  @Override
  public void handleException(Throwable exception) {
    if (!(exception instanceof HeldBackException) && last.getAndSet(exception) != exception) {
      state.failed(sentence(exception));
    }
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(exception);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, @Nullable Throwable exception) {
    if (exception == null) {
      state.failed(String.valueOf(message));
    } else {
      handleException(exception);
    }
  }

  private static String sentence(Throwable failure) {
    return Reasons.isBroker(failure)
        ? "Kafka does not confirm; what came stays at its source: " + Reasons.of(failure)
        : Reasons.of(failure);
  }
}
