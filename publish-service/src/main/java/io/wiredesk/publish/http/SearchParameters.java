package io.wiredesk.publish.http;

import io.javalin.http.BadRequestResponse;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.publish.search.Facet;
import io.wiredesk.publish.search.Place;
import io.wiredesk.publish.search.SearchRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parameters of a search. A wrong or unknown one is refused with a sentence. Stateless. */
final class SearchParameters {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 200;
  private static final int MOST_VALUES = 100;
  private static final String FACET_NAMES =
      String.join(", ", Arrays.stream(Facet.values()).map(Facet::facetName).toList());

  private SearchParameters() {}

  static SearchRequest of(Map<String, List<String>> parameters) {
    Map<Facet, Set<String>> narrowed = new EnumMap<>(Facet.class);
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      Facet facet = Facet.named(name).orElse(null);
      if (facet != null) {
        narrowed.put(facet, values(name, parameter.getValue()));
      } else if (!Set.of("q", "facets", "order", "after", "limit").contains(name)) {
        throw new BadRequestResponse(
            "Unknown parameter "
                + name
                + "; known are q, facets, order, after, limit, and to narrow the results "
                + FACET_NAMES
                + ".");
      }
    }
    SearchRequest.Order order = order(last(parameters, "order"));
    return new SearchRequest(
        query(last(parameters, "q")),
        narrowed,
        facets(parameters.getOrDefault("facets", List.of())),
        order,
        place(last(parameters, "after"), order),
        limit(last(parameters, "limit"), DEFAULT_LIMIT));
  }

  /** The same search from that place on, as a relative link. */
  static String next(Map<String, List<String>> parameters, Place place) {
    Map<String, List<String>> next = new TreeMap<>(parameters);
    next.put("after", List.of(place.toString()));
    List<String> pairs = new ArrayList<>();
    next.forEach(
        (name, values) ->
            values.forEach(
                value -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    return "/search?" + String.join("&", pairs);
  }

  /** A whole number from 1 to 200. */
  static int limit(@Nullable String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
      throw new BadRequestResponse("limit must be a whole number from 1 to " + MOST + ".");
    }
    return Integer.parseInt(text);
  }

  /** A query; everything where none is given. */
  private static NewsQuery query(@Nullable String text) {
    try {
      String asked = text == null || text.isBlank() ? "*:*" : text;
      return NewsQuery.read(asked, QueryUse.LOOKING_BACK);
    } catch (QueryRefused e) {
      throw new BadRequestResponse("The query cannot be run. " + e.getMessage());
    }
  }

  private static Set<Facet> facets(List<String> lists) {
    Set<Facet> facets = EnumSet.noneOf(Facet.class);
    for (String list : lists) {
      for (String name : list.split(",")) {
        facets.add(
            Facet.named(name.strip())
                .orElseThrow(
                    () -> new BadRequestResponse("facets takes names of " + FACET_NAMES + ".")));
      }
    }
    return facets;
  }

  private static SearchRequest.Order order(@Nullable String text) {
    return switch (text == null ? "time" : text.toLowerCase(Locale.ROOT)) {
      case "time" -> SearchRequest.Order.TIME;
      case "relevance" -> SearchRequest.Order.RELEVANCE;
      default -> throw new BadRequestResponse("order must be time (the default) or relevance.");
    };
  }

  private static @Nullable Place place(@Nullable String text, SearchRequest.Order order) {
    if (text == null) {
      return null;
    }
    boolean byTime = order == SearchRequest.Order.TIME;
    return Place.parse(text)
        .filter(place -> (place.score() == null) == byTime)
        .orElseThrow(
            () -> new BadRequestResponse("after must come from a next link of this search."));
  }

  private static Set<String> values(String name, List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw new BadRequestResponse(name + " takes at most " + MOST_VALUES + " values.");
    }
    return new TreeSet<>(values);
  }

  private static @Nullable String last(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}
