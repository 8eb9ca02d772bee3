package io.wiredesk.runtime;

/**
 * A setting is unknown, missing or wrong; the message is one line for the operator and names it.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
