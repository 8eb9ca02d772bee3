package io.wiredesk.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one predicate that tells a slow or absent broker, registry or line (retry, never dead-letter)
 * from bad news in the data and from bugs.
 */
public final class SlowWorld {

  private SlowWorld() {}

  /**
   * True if the failure, or anything that caused it, passes by itself. Bytes that cannot be read
   * are an {@link IOException} to Avro: below a {@link SerializationException} only those of the
   * network count, else a poisonous record would be waited for without end.
   */
  public static boolean isToBlame(@Nullable Throwable failure) {
    Throwable cause = failure;
    boolean record = false;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      record |= cause instanceof SerializationException;
      if (cause instanceof RetriableException
          || cause instanceof TimeoutException
          || cause instanceof ThrottlingQuotaExceededException
          || (cause instanceof IOException && (!record || isOfTheNetwork(cause)))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOfTheNetwork(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof UnknownHostException
        || cause instanceof SSLException
        || cause instanceof InterruptedIOException; // a time-out among them
  }
}
