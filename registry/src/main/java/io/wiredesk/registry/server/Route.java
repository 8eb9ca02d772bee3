package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the table of routes. Immutable.
 *
 * @param method HTTP method
 * @param template segments; one in braces is a variable
 * @param answer what is done
 */
record Route(String method, List<String> template, Answer answer) {
  /** Answers a request, or throws {@link io.wiredesk.registry.RegistryException}. */
  @FunctionalInterface
  interface Answer {
    JsonNode answer(Request request);
  }

  static Route of(String method, String template, Answer answer) {
    return new Route(method, segments(template), answer);
  }

  static List<String> segments(String path) {
    return java.util.Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
  }

  /** The variables, where the path fits. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != template.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String part = template.get(i);
      if (part.startsWith("{")) {
        variables.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
