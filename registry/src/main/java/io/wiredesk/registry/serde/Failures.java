package io.wiredesk.registry.serde;

import io.wiredesk.registry.RegistryException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a slow world from a bad record. What a registry refuses or leaves unanswered becomes the
 * exception of Kafka that means the same: {@link RetriableException}s ({@link DisconnectException},
 * {@link TimeoutException}, {@link ThrottlingQuotaExceededException}) are worth another try, a
 * {@link SerializationException} is not. Stateless.
 */
public final class Failures {
  private Failures() {}

  /** The exception of Kafka that says the same. */
  static KafkaException asKafka(RegistryException e, String doing) {
    String message = doing + ": " + e.getMessage();
    return switch (e.status()) {
      case 401 -> new AuthenticationException(message, e);
      case 403 -> withCause(new AuthorizationException(message), e);
      case 408, 504 -> new TimeoutException(message, e);
      case 429 -> withCause(new ThrottlingQuotaExceededException(message), e);
      case 0 ->
          e.getCause() instanceof java.net.SocketTimeoutException
              ? new TimeoutException(message, e)
              : new DisconnectException(message, e);
      default ->
          e.isRetriable()
              ? new DisconnectException(message, e)
              : new SerializationException(message, e);
    };
  }

  private static KafkaException withCause(KafkaException exception, RegistryException cause) {
    exception.initCause(cause);
    return exception;
  }

  /**
   * Is this, or what caused it, a failure that waiting can mend? For exception handlers of Kafka
   * Streams and consumers: such a record must be tried again, never dead-lettered.
   */
  public static boolean isRetriable(@Nullable Throwable thrown) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof RetriableException
          || (t instanceof RegistryException answer && answer.isRetriable())) {
        return true;
      }
    }
    return false;
  }
}
