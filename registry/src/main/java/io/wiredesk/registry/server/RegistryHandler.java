package io.wiredesk.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.wiredesk.registry.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From HTTP to the table of routes and back; every answer is JSON in Confluent's content type,
 * every refusal {@code {"error_code":…,"message":…}}. Safe for many threads.
 */
final class RegistryHandler implements HttpHandler {
  static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  static final int LARGEST_BODY_BYTES = 16 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Route> routes;
  private final Map<String, String> users;

  /**
   * @param users passwords by user; empty lets everybody in
   */
  RegistryHandler(List<Route> routes, Map<String, String> users) {
    this.routes = routes;
    this.users = Map.copyOf(users);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      JsonNode answer;
      try {
        answer = answer(exchange);
      } catch (RegistryException e) {
        status = e.status();
        answer = error(e.errorCode(), String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        status = 500;
        answer = error(50001, "Internal error: " + e);
      }
      if (status == 401) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"schema registry\"");
      }
      send(exchange, status, JSON.writeValueAsBytes(answer));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static JsonNode error(int code, String message) {
    return JSON.createObjectNode().put("error_code", code).put("message", message);
  }

  private JsonNode answer(HttpExchange exchange) throws IOException {
    byte[] body = body(exchange);
    authenticate(exchange.getRequestHeaders().getFirst("Authorization"));
    String method = exchange.getRequestMethod();
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> path =
        Route.segments(exchange.getRequestURI().getRawPath()).stream()
            .map(RegistryHandler::decode)
            .toList();
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(path);
      known |= variables.isPresent();
      if (variables.isPresent() && route.method().equals(wanted)) {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        return route.answer().answer(new Request(variables.get(), query, json(body)));
      }
    }
    throw known
        ? new RegistryException(405, 405, "HTTP 405 Method Not Allowed")
        : new RegistryException(404, 404, "HTTP 404 Not Found");
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(LARGEST_BODY_BYTES + 1);
      if (body.length > LARGEST_BODY_BYTES) {
        throw new RegistryException(413, 413, "The request is larger than 16 MiB");
      }
      return body;
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new RegistryException(400, 400, "The request is not JSON: " + e.getOriginalMessage());
    }
  }

  private void authenticate(@org.jspecify.annotations.Nullable String header) {
    if (users.isEmpty()) {
      return;
    }
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6) && isKnown(header)) {
      return;
    }
    throw new RegistryException(401, 401, "Unauthorized");
  }

  private boolean isKnown(String header) {
    String[] given;
    try {
      byte[] plain = Base64.getDecoder().decode(header.substring(6).trim());
      given = new String(plain, StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String password = users.get(given[0]);
    return given.length == 2
        && password != null
        && MessageDigest.isEqual(
            password.getBytes(StandardCharsets.UTF_8), given[1].getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "true";
        query.putIfAbsent(decodeForm(parts[0]), decodeForm(value));
      }
    }
    return query;
  }

  /** In a path a plus is a plus. */
  private static String decode(String segment) {
    return decodeForm(segment.replace("+", "%2B"));
  }

  private static String decodeForm(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RegistryException(400, 400, "The address is not well-formed: " + text);
    }
  }
}
