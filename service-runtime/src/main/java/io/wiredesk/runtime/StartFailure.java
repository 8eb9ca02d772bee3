package io.wiredesk.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line why a service could not start, where settings or the world around it are to
 * blame; the line names the environment variable to look at. Stateless.
 */
final class StartFailure {

  private static final Pattern NAMED =
      Pattern.compile("(?:configuration|needs) ([a-z]+(?:\\.[a-z]+)+)");
  private static final Pattern KEY = Pattern.compile("\\b([a-z]+(?:\\.[a-z]+)+)\\b");

  private StartFailure() {}

  /** The line, without the service's name; empty where a bug is to blame. */
  static Optional<String> explain(RuntimeException failure, Settings settings) {
    ConfigException wrong = find(failure, ConfigException.class);
    if (wrong != null) {
      String message = String.valueOf(wrong.getMessage());
      return Optional.of(message + " (environment variable " + variableIn(message) + ")");
    }
    RuntimeException refused = find(failure, AuthenticationException.class);
    if (refused == null) {
      refused = find(failure, AuthorizationException.class);
    }
    if (refused != null) {
      return Optional.of(
          "Kafka or the registry does not let this service in: "
              + refused.getMessage()
              + " (see KAFKA_SASL_JAAS_CONFIG, KAFKA_SECURITY_PROTOCOL, SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO)");
    }
    return SlowWorld.isToBlame(failure)
        ? Optional.of(
            "Kafka at "
                + settings.string(CommonSettings.BOOTSTRAP_SERVERS)
                + " (KAFKA_BOOTSTRAP_SERVERS) does not answer: "
                + failure.getMessage())
        : Optional.empty();
  }

  /** The variable behind the key that a message of Kafka's speaks of. */
  private static String variableIn(String message) {
    Matcher named = NAMED.matcher(message);
    Matcher any = KEY.matcher(message);
    String key = named.find() ? named.group(1) : any.find() ? any.group(1) : "bootstrap.servers";
    return Settings.variableOf(
        key.startsWith(Settings.REGISTRY_PREFIX) ? key : Settings.KAFKA_PREFIX + key);
  }

  private static <E extends Throwable> @Nullable E find(Throwable failure, Class<E> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
      cause = cause.getCause();
    }
    return null;
  }
}
