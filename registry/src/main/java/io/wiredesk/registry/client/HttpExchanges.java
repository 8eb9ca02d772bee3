package io.wiredesk.registry.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.registry.RegistryException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON requests to a registry with several addresses: the one that answered last is asked first,
 * the others when it fails, and all of them again after a pause that grows. Safe for many threads.
 */
final class HttpExchanges {
  static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  /** Waits between repetitions. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(HttpExchanges.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_ANSWER_BYTES = 64 << 20;

  private final List<String> urls;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Connections connections;
  private final Credentials credentials;
  private final ClientConfig config;
  private final Pause pause;
  private volatile int preferred;

  HttpExchanges(ClientConfig config, Pause pause) {
    this.config = config;
    this.urls = config.urls();
    this.connections = new Connections(config);
    this.credentials = new Credentials(config, connections);
    this.pause = pause;
    headers.put("Content-Type", CONTENT_TYPE);
    headers.put("Accept", CONTENT_TYPE + ", application/json; q=0.9");
    config
        .originalsWithPrefix(ClientConfig.HEADER_PREFIX)
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
  }

  /**
   * Asks until an answer is there.
   *
   * @param path path and query, from the slash
   * @return the JSON of a 2xx answer
   * @throws RegistryException the refusal, or, retries used up, the last failure
   */
  JsonNode ask(String method, String path, @Nullable JsonNode body) {
    int retries = config.getInt(ClientConfig.MAX_RETRIES);
    for (int attempt = 0; ; attempt++) {
      Failure failure = askAll(method, path, body);
      if (failure.answer() != null) {
        return failure.answer();
      }
      if (attempt >= retries) {
        throw failure.exception();
      }
      LOG.debug("Attempt {} failed: {}", attempt + 1, failure.exception().getMessage());
      pauseBefore(attempt, failure.retryAfterMillis());
    }
  }

  /** What one round over the addresses gave: an answer, or the failure of the last address. */
  private record Failure(
      @Nullable JsonNode answer, RegistryException exception, long retryAfterMillis) {}

  private Failure askAll(String method, String path, @Nullable JsonNode body) {
    RegistryException last = RegistryException.noAnswer("No address", new IOException());
    long retryAfter = -1;
    int first = preferred;
    for (int i = 0; i < urls.size(); i++) {
      int index = (first + i) % urls.size();
      String url = urls.get(index);
      try {
        Connections.Answer answer = askOne(url, method, path, body);
        if (answer.status() / 100 == 2) {
          JsonNode json = JSON.readTree(answer.body());
          if (json == null || json.isMissingNode()) {
            throw new IOException("The answer is empty");
          }
          preferred = index;
          return new Failure(json, last, -1);
        }
        last = refusal(url, answer);
        retryAfter = answer.retryAfterMillis();
        if (!last.isRetriable()) {
          preferred = index;
          throw last;
        }
      } catch (IOException e) {
        last =
            RegistryException.noAnswer(
                "The schema registry at %s gave no answer that can be understood: %s"
                    .formatted(Credentials.withoutUserInfo(url), reason(e)),
                e);
      }
    }
    return new Failure(null, last, retryAfter);
  }

  private Connections.Answer askOne(String url, String method, String path, @Nullable JsonNode body)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(credentials.headers(url));
    HttpURLConnection connection =
        connections.open(Credentials.withoutUserInfo(url) + path, method, all);
    byte[] bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
    return connections.exchange(connection, bytes, LARGEST_ANSWER_BYTES);
  }

  private static RegistryException refusal(String url, Connections.Answer answer) {
    int code = answer.status();
    String message = "HTTP " + answer.status();
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (json != null && json.isObject()) {
        code = json.path("error_code").asInt(code);
        message = json.path("message").asText(message);
      }
    } catch (IOException e) {
      // a proxy's error page: the status says enough
      LOG.debug("An error answer is not JSON: {}", e.getMessage());
    }
    return new RegistryException(
        answer.status(), code, message + " (" + Credentials.withoutUserInfo(url) + ")");
  }

  private static String reason(IOException e) {
    if (e instanceof JsonProcessingException) {
      return "it is not JSON";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void pauseBefore(int attempt, long retryAfterMillis) {
    long longest = config.getInt(ClientConfig.RETRIES_MAX_WAIT_MS);
    long wait =
        Math.min(
            longest, (long) config.getInt(ClientConfig.RETRIES_WAIT_MS) << Math.min(attempt, 20));
    // half fixed, half random: instances that failed together do not come back together
    long jittered = wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1);
    try {
      pause.millis(Math.max(jittered, Math.min(retryAfterMillis, longest)));
    } catch (InterruptedException e) {
      throw new InterruptException("Interrupted while waiting for the schema registry", e);
    }
  }
}
