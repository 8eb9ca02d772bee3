package io.wiredesk.cli;

import io.wiredesk.cli.tool.Plain;
import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is said of a command that failed: one line, never a stack. Stateless. */
final class Failures {

  private Failures() {}

  /** Says it and gives the exit code. */
  static int explain(Exception e, PrintWriter err) {
    String sentence = sentence(e);
    err.println("wiredesk: " + sentence + (sentence.matches(".*[.!?)…]") ? "" : "."));
    err.flush();
    return e instanceof CommandFailure failure ? failure.exitCode() : Wiredesk.USAGE;
  }

  private static String sentence(Exception e) {
    if (e instanceof SettingsException || e instanceof CommandFailure) {
      return Plain.line(e.getMessage());
    }
    if (e instanceof KafkaException) {
      return "Kafka does not do what was asked: " + innermost(e) + ". Look at --bootstrap.";
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      return "Reading or writing failed: " + innermost(e) + ".";
    }
    LoggerFactory.getLogger(Failures.class).warn("A fault of the program", e);
    return "A fault of Wiredesk itself, please report it with what wiredesk.log says: "
        + innermost(e)
        + ".";
  }

  private static String innermost(Throwable e) {
    @Nullable Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return Plain.line(
        message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\.$", ""));
  }
}
