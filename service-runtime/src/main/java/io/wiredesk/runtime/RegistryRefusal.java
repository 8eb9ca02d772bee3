package io.wiredesk.runtime;

import io.wiredesk.registry.RegistryException;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The registry answers, and its answer stands in the way of every record: it takes no schema of
 * ours (409), lets us not in (401, 403), or is not a registry at all (any other refusal). That is
 * for an operator to mend and no fault of the record: a slow world, waited for. Of reading, "there
 * is no such schema" and "it cannot be read" are the record's fault.
 */
final class RegistryRefusal extends RetriableException {
  private static final long serialVersionUID = 1L;

  /** Confluent's own client's, which is not on this class path. */
  private static final String CONFLUENT =
      "io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException";

  private static final Pattern OF_THE_RECORD = Pattern.compile("error code: (404\\d\\d|42201)$");

  private RegistryRefusal(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }

  /** What a failed attempt to write means: whatever the registry refused, it is not the record. */
  static RuntimeException ofWriting(RuntimeException failure) {
    return answerIn(failure) == null ? failure : new RegistryRefusal(failure);
  }

  /** What a failed attempt to read means. */
  static RuntimeException ofReading(RuntimeException failure) {
    Throwable answer = answerIn(failure);
    return answer == null || isOfTheRecord(answer) ? failure : new RegistryRefusal(failure);
  }

  private static boolean isOfTheRecord(Throwable answer) {
    if (answer instanceof RegistryException refusal) {
      // a bare 404 is the answer of something that is no registry
      return refusal.errorCode() == 42201
          || (refusal.isNotFound() && refusal.errorCode() != refusal.status());
    }
    return OF_THE_RECORD.matcher(String.valueOf(answer.getMessage())).find();
  }

  private static @Nullable Throwable answerIn(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (cause instanceof RegistryException || cause.getClass().getName().equals(CONFLUENT)) {
        return cause;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
