package io.wiredesk.ingest.line;

import io.wiredesk.runtime.SlowWorld;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures in one sentence for people. Stateless. */
final class Reasons {

  private static final int MOST = 400;

  private Reasons() {}

  /** What went wrong, from the outside in, without repetitions. */
  static String of(Throwable failure) {
    List<String> parts = new ArrayList<>();
    Advice.on(failure).ifPresent(parts::add);
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 8; depth++) {
      String text = text(cause);
      if (parts.stream().noneMatch(part -> part.contains(text))) {
        parts.removeIf(text::contains);
        parts.add(text);
      }
      cause = cause.getCause();
    }
    String line = String.join(": ", parts).replaceAll("\\s+", " ").strip();
    line = line.replaceAll("\\?[^\\s\"']+", "?…"); // parameters of an address may be secrets
    return line.length() <= MOST ? line : line.substring(0, MOST) + " …";
  }

  /** True where the broker, not the line, is at fault. */
  static boolean isBroker(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().startsWith("org.apache.kafka.")) {
        return SlowWorld.isToBlame(cause);
      }
    }
    return false;
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName().replaceAll("Exception$", "");
    return message == null || message.isBlank() ? name : message.strip();
  }
}
