package io.wiredesk.runtime.yaml;

/** Something in a YAML file is not as it must be; the message is one sentence. */
public final class YamlProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * A problem.
   *
   * @param line from 1
   */
  public YamlProblem(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Where it is, from 1. */
  public int line() {
    return line;
  }
}
