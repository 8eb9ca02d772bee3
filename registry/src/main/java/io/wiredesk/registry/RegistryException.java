package io.wiredesk.registry;

import java.io.IOException;

/**
 * A registry's refusal, or its silence. {@link #status()} is the HTTP status of the answer; it is 0
 * where no answer came that could be understood (connection refused, time-out, something that is
 * not JSON). Never holds credentials.
 */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_ANSWER = 0;

  private final int status;
  private final int errorCode;

  /**
   * A refusal.
   *
   * @param status HTTP status, 400–599
   * @param errorCode Confluent's code, e.g. 40401, or the status where there is none
   * @param message for people
   */
  public RegistryException(int status, int errorCode, String message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  private RegistryException(String message, IOException cause) {
    super(message, cause);
    this.status = NO_ANSWER;
    this.errorCode = NO_ANSWER;
  }

  /** Nobody answered, or not in a way that can be understood. */
  public static RegistryException noAnswer(String message, IOException cause) {
    return new RegistryException(message, cause);
  }

  /** HTTP status, 0 where no answer came. */
  public int status() {
    return status;
  }

  /** Confluent's error code, 0 where no answer came. */
  public int errorCode() {
    return errorCode;
  }

  /**
   * May the same question be answered later? True for silence, 408 (request time-out), 429 (too
   * many requests) and every 5xx.
   */
  public boolean isRetriable() {
    return status == NO_ANSWER || status == 408 || status == 429 || status / 100 == 5;
  }

  /** Does the registry say that what was asked for is not there (404)? */
  public boolean isNotFound() {
    return status == 404;
  }
}
