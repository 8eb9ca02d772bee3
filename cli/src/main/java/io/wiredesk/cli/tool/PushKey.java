package io.wiredesk.cli.tool;

import java.net.http.HttpRequest;

/**
 * The operator's key for pushes, where there is one: it comes from the environment, so that no list
 * of processes shows it. Stateless.
 */
public final class PushKey {

  private static final String VARIABLE = "INGEST_PUSH_KEY";

  private PushKey() {}

  /** The request with the key, where the variable is set. */
  public static HttpRequest.Builder on(HttpRequest.Builder request) {
    String key = System.getenv(VARIABLE);
    return key == null || key.isBlank()
        ? request
        : request.header("Authorization", "Bearer " + key.strip());
  }
}
