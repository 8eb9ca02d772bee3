package io.wiredesk.e2e.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs programs of the machine. Stateless. */
final class Command {

  private Command() {}

  /**
   * How a program ended.
   *
   * @param output what it printed to either stream
   */
  record Result(int code, String output) {}

  /**
   * Runs a program in the repository's folder and waits for its end. A program that is not there
   * ends with 127.
   */
  static Result run(Map<String, String> environment, List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(Repository.root().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + words, e);
    }
  }

  /**
   * The same, for programs that must succeed.
   *
   * @throws IllegalStateException with the output, where it does not
   */
  static String succeed(Map<String, String> environment, List<String> words) {
    Result result = run(environment, words);
    if (result.code() != 0) {
      throw new IllegalStateException(
          String.join(" ", words) + " ended with " + result.code() + ": " + result.output());
    }
    return result.output();
  }
}
