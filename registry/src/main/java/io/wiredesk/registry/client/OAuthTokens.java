package io.wiredesk.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * Bearer tokens from an issuer by the client credentials grant (RFC 6749 §4.4), renewed before they
 * expire. Safe for many threads.
 */
final class OAuthTokens {
  static final String ISSUER = "bearer.auth.issuer.endpoint.url";
  static final String CLIENT_ID = "bearer.auth.client.id";
  static final String CLIENT_SECRET = "bearer.auth.client.secret";
  static final String SCOPE = "bearer.auth.scope";
  static final String EARLY_SECONDS = "bearer.auth.cache.expiry.buffer.seconds";

  private static final int LARGEST_ANSWER_BYTES = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connections connections;
  private final ClientConfig config;
  private final LongSupplier nanoTime;
  private String token = "";
  private long validUntilNanos;

  OAuthTokens(Connections connections, ClientConfig config, LongSupplier nanoTime) {
    if (config.getString(ISSUER).isEmpty() || config.getString(CLIENT_ID).isEmpty()) {
      throw new ConfigException("OAUTHBEARER needs " + ISSUER + " and " + CLIENT_ID);
    }
    this.connections = connections;
    this.config = config;
    this.nanoTime = nanoTime;
  }

  static void define(ConfigDef def) {
    def.define(
        ISSUER, Type.STRING, "", Importance.LOW, "Where tokens are issued, for OAUTHBEARER.");
    def.define(CLIENT_ID, Type.STRING, "", Importance.LOW, "Client id at the issuer.");
    def.define(CLIENT_SECRET, Type.PASSWORD, "", Importance.LOW, "Client secret at the issuer.");
    def.define(SCOPE, Type.STRING, "", Importance.LOW, "Scope to ask for.");
    def.define(
        EARLY_SECONDS,
        Type.INT,
        300,
        ConfigDef.Range.atLeast(0),
        Importance.LOW,
        "Seconds before its end at which a token is renewed.");
  }

  /** A token that is valid now. */
  synchronized String get() throws IOException {
    if (token.isEmpty() || nanoTime.getAsLong() - validUntilNanos >= 0) {
      renew();
    }
    return token;
  }

  private void renew() throws IOException {
    HttpURLConnection connection =
        connections.open(
            config.getString(ISSUER),
            "POST",
            Map.of(
                "Authorization", "Basic " + clientCredentials(),
                "Accept", "application/json",
                "Content-Type", "application/x-www-form-urlencoded"));
    String scope = config.getString(SCOPE);
    String form =
        "grant_type=client_credentials"
            + (scope.isEmpty() ? "" : "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8));
    long asked = nanoTime.getAsLong();
    Connections.Answer answer =
        connections.exchange(
            connection, form.getBytes(StandardCharsets.UTF_8), LARGEST_ANSWER_BYTES);
    if (answer.status() != 200) {
      throw new IOException("The issuer of tokens answered " + answer.status());
    }
    JsonNode json = JSON.readTree(answer.body());
    token = json.path("access_token").asText();
    if (token.isEmpty()) {
      throw new IOException("The issuer of tokens answered without access_token");
    }
    long lifetime = json.path("expires_in").asLong(0);
    // a token that lives for less than the margin is renewed at half its life
    long use = Math.max(lifetime - config.getInt(EARLY_SECONDS), lifetime / 2);
    validUntilNanos = asked + Duration.ofSeconds(use).toNanos();
  }

  private String clientCredentials() {
    // RFC 6749 §2.3.1: form-encoded before they are joined
    String id = URLEncoder.encode(config.getString(CLIENT_ID), StandardCharsets.UTF_8);
    String secret =
        URLEncoder.encode(config.getPassword(CLIENT_SECRET).value(), StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }
}
