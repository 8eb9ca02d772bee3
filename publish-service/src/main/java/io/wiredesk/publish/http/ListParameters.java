package io.wiredesk.publish.http;

import io.javalin.http.BadRequestResponse;
import io.wiredesk.publish.index.Cursor;
import io.wiredesk.publish.index.Query;
import io.wiredesk.schemas.PublicState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the list. A wrong or unknown one is refused with a sentence: a filter with a typing
 * error must not show everything. Stateless.
 */
final class ListParameters {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final Set<String> KNOWN =
      new LinkedHashSet<>(
          List.of("limit", "before", "state", "section", "entity", "language", "provider", "desk"));

  private ListParameters() {}

  static Query of(Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new BadRequestResponse(
            "Unknown parameter " + name + "; known are " + String.join(", ", KNOWN) + ".");
      }
    }
    return new Query(
        states(parameters),
        values(parameters, "section"),
        values(parameters, "entity"),
        values(parameters, "language"),
        values(parameters, "provider"),
        values(parameters, "desk"),
        cursor(parameters),
        limit(parameters));
  }

  /** The same list from that place on, as a relative link. */
  static String next(Map<String, List<String>> parameters, Cursor cursor) {
    Map<String, List<String>> next = new TreeMap<>(parameters);
    next.put("before", List.of(cursor.toString()));
    List<String> pairs = new ArrayList<>();
    next.forEach((name, values) -> values.forEach(v -> pairs.add(name + "=" + encode(v))));
    return "/items?" + String.join("&", pairs);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Set<PublicState> states(Map<String, List<String>> parameters) {
    Set<PublicState> states = EnumSet.noneOf(PublicState.class);
    for (String name : values(parameters, "state")) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "published" -> states.add(PublicState.PUBLISHED);
        case "canceled" -> states.add(PublicState.CANCELED);
        case "withheld" -> states.add(PublicState.WITHHELD);
        case "any" -> states.addAll(EnumSet.allOf(PublicState.class));
        default ->
            throw new BadRequestResponse(
                "state must be published (the default), canceled, withheld or any.");
      }
    }
    return states.isEmpty() ? EnumSet.of(PublicState.PUBLISHED) : states;
  }

  private static @Nullable Cursor cursor(Map<String, List<String>> parameters) {
    String text = last(parameters, "before");
    return text == null
        ? null
        : Cursor.parse(text)
            .orElseThrow(() -> new BadRequestResponse("before must come from a next link."));
  }

  private static int limit(Map<String, List<String>> parameters) {
    String text = last(parameters, "limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new BadRequestResponse("limit must be a whole number from 1 to " + MOST + ".");
    }
    return Integer.parseInt(text);
  }

  private static Set<String> values(Map<String, List<String>> parameters, String name) {
    return Set.copyOf(parameters.getOrDefault(name, List.of()));
  }

  private static @Nullable String last(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}
