package io.wiredesk.runtime;

import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one predicate that tells a slow or absent broker, registry or line (retry, never dead-letter)
 * from bad news in the data and from bugs.
 */
public final class SlowWorld {

  private SlowWorld() {}

  /** True if the failure, or anything that caused it, passes by itself. */
  public static boolean isToBlame(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (cause instanceof RetriableException
          || cause instanceof TimeoutException
          || cause instanceof ThrottlingQuotaExceededException
          || cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
