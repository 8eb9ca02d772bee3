package io.wiredesk.cli;

/**
 * A command cannot do what was asked; the message is one sentence that says what to do about it.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailure(String message) {
    super(message);
  }
}
