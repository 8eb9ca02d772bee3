package io.wiredesk.cli;

/**
 * A command cannot do what was asked; the message is one sentence that says what to do about it.
 * The exit code is 2 where a repeated command would fail the same way, 1 where something that was
 * asked was refused or went wrong on the way.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** Wrong usage, a file or a service that is not there: exit code 2. */
  public CommandFailure(String message) {
    this(message, Wiredesk.USAGE);
  }

  private CommandFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The service or a part of it answered, and said no: exit code 1. */
  public static CommandFailure refused(String message) {
    return new CommandFailure(message, Wiredesk.FAILED);
  }

  public int exitCode() {
    return exitCode;
  }
}
