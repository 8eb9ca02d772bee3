package io.wiredesk.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.door.Visitors;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From HTTP to the table of routes and back; every answer is JSON in Confluent's content type,
 * every refusal {@code {"error_code":…,"message":…}}. Safe for many threads.
 */
final class RegistryHandler implements HttpHandler {

  private static final Set<String> JSON_TYPES =
      Set.of(
          MediaTypes.V1,
          "application/vnd.schemaregistry+json",
          "application/json",
          "application/octet-stream"); // what Confluent takes for a body without a type

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final List<String> METRICS = Route.segments(AboutRoutes.METRICS);
  private static final int NO_CODE = 0;
  private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Route> routes;
  private final Map<String, String> users;
  private final Visitors visitors;
  private final Operator operator;
  private final Bodies bodies = new Bodies();

  /**
   * @param users passwords by user; empty lets everybody in
   */
  RegistryHandler(
      List<Route> routes, Map<String, String> users, Visitors visitors, Operator operator) {
    this.routes = routes;
    this.users = Map.copyOf(users);
    this.visitors = visitors;
    this.operator = operator;
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
      send(exchange, status, answer);
    }
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    boolean text = answer.isBinary();
    byte[] body = text ? answer.binaryValue() : JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", text ? METRICS_TYPE : type(exchange));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** A refusal says so in our own type where the caller takes none of ours. */
  private static String type(HttpExchange exchange) {
    try {
      return MediaTypes.accepted(exchange.getRequestHeaders().getFirst("Accept"));
    } catch (RegistryException e) {
      return MediaTypes.V1;
    }
  }

  private static JsonNode error(int code, String message) {
    ObjectNode error = JSON.createObjectNode();
    if (code != NO_CODE) {
      error.put("error_code", code);
    }
    return error.put("message", message);
  }

  /** Whoever may not ask is told so before anything of the body is read. */
  private JsonNode answer(HttpExchange exchange) throws IOException {
    refuseStrangers(exchange);
    authenticate(exchange.getRequestHeaders().getFirst("Authorization"));
    String method = exchange.getRequestMethod();
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> path =
        Route.segments(exchange.getRequestURI().getRawPath()).stream()
            .map(RegistryHandler::decode)
            .toList();
    if (path.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
      // where Confluent's answers before it knows what an error code is
      throw new RegistryException(400, NO_CODE, "Illegal character in the address");
    }
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(path);
      known |= variables.isPresent();
      if (variables.isPresent() && route.method().equals(wanted)) {
        if (!METRICS.equals(path)) {
          MediaTypes.accepted(exchange.getRequestHeaders().getFirst("Accept"));
        }
        requireJson(method, exchange.getRequestHeaders().getFirst("Content-Type"));
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        boolean isOperator = operator.sent(exchange.getRequestHeaders()::getFirst);
        try (Bodies.Body body = bodies.read(exchange.getRequestBody())) {
          return route
              .answer()
              .answer(new Request(variables.get(), query, json(body.bytes()), isOperator));
        }
      }
    }
    throw known
        ? new RegistryException(405, 405, "HTTP 405 Method Not Allowed")
        : new RegistryException(404, 404, "HTTP 404 Not Found");
  }

  private void refuseStrangers(HttpExchange exchange) {
    visitors
        .refusal(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            name -> exchange.getRequestHeaders().getOrDefault(name, List.of()))
        .ifPresent(
            sentence -> {
              throw new RegistryException(403, 403, sentence);
            });
  }

  /**
   * As Confluent's; a web page can send none of these types to another site without being asked.
   */
  private static void requireJson(
      String method, @org.jspecify.annotations.Nullable String contentType) {
    if (contentType == null || !(method.equals("POST") || method.equals("PUT"))) {
      return;
    }
    String type = contentType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    if (!JSON_TYPES.contains(type)) {
      throw new RegistryException(415, 415, "HTTP 415 Unsupported Media Type");
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
