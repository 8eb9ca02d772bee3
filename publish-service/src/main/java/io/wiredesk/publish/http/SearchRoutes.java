package io.wiredesk.publish.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.publish.search.Facet;
import io.wiredesk.publish.search.Found;
import io.wiredesk.publish.search.Highlights;
import io.wiredesk.publish.search.Hit;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.publish.search.SearchRequest;
import io.wiredesk.schemas.PublicState;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /search?q=…}: public items that a query finds, with facets, highlights and, beside
 * them, notices of what was taken back; {@code GET /search/like?uri=…}: items about the same.
 * Nothing may be kept by caches on the way: a kill counts at once. Thread-safe.
 */
public final class SearchRoutes {

  private static final int LIKE_LIMIT = 10;
  private static final int LONGEST_LIKE = 20_000;
  private final SearchIndex index;
  private final ItemJson json;
  private final Clock clock;
  private final ObjectMapper reader = new ObjectMapper();

  public SearchRoutes(SearchIndex index, ItemJson json, Clock clock) {
    this.index = index;
    this.json = json;
    this.clock = clock;
  }

  /** Adds the routes. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/search", this::search);
    config.routes.get("/search/like", this::like);
  }

  /** Before everything was read a kill may be missing: says so and shows nothing. */
  static void requireReady(SearchIndex index) {
    if (!index.isReady()) {
      throw new ServiceUnavailableResponse(
          "The search index is still being built: "
              + index.read()
              + " records read since the start; try again in a moment.");
    }
  }

  private void search(Context ctx) {
    requireReady(index);
    SearchRequest request = SearchParameters.of(ctx.queryParamMap());
    Found found = index.searches().find(request);
    Highlights highlights = new Highlights(request.query(), clock.instant());
    ItemList items = new ItemList(json);
    for (Hit hit : found.hits()) {
      items.add(hit, ",\"highlights\":" + json.write(highlights(highlights, hit)));
    }
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("readAs", request.query().asRead());
    about.put("warnings", index.sources().warnings(request.query()));
    about.put("total", found.total());
    about.put("facets", facets(found));
    if (found.next() != null) {
      about.put("next", SearchParameters.next(ctx.queryParamMap(), found.next()));
    }
    String head = json.write(about);
    answer(
        ctx,
        head.substring(0, head.length() - 1)
            + ","
            + items.members()
            + ",\"notices\":["
            + String.join(",", found.notices().stream().map(SearchRoutes::notice).toList())
            + "]}");
  }

  private static String notice(Hit hit) {
    return hit.json().texts().wiredesk();
  }

  private static Map<String, Object> facets(Found found) {
    Map<String, Object> view = new LinkedHashMap<>();
    for (Map.Entry<Facet, List<Found.Count>> facet : found.facets().entrySet()) {
      view.put(facet.getKey().facetName(), facet.getValue());
    }
    return view;
  }

  private Map<String, Object> highlights(Highlights highlights, Hit hit) {
    PackedJson.Texts texts = hit.json().texts();
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "headline", highlights.in("headline", headline(texts)));
    put(view, "text", highlights.in("text", parse(texts.wiredesk()).path("text").asText()));
    return view;
  }

  private static void put(
      Map<String, Object> view, String field, List<Highlights.Stretch> stretches) {
    if (!stretches.isEmpty()) {
      view.put(field, stretches);
    }
  }

  private String headline(PackedJson.Texts texts) {
    return parse(texts.item()).path("headlines").path(0).path("value").asText();
  }

  private void like(Context ctx) {
    requireReady(index);
    for (String name : ctx.queryParamMap().keySet()) {
      if (!Set.of("uri", "limit").contains(name)) {
        throw new BadRequestResponse("Unknown parameter " + name + "; known are uri, limit.");
      }
    }
    String uri = ctx.queryParam("uri");
    if (uri == null || uri.isBlank()) {
      throw new BadRequestResponse("uri must name an item: /search/like?uri=….");
    }
    int limit = SearchParameters.limit(ctx.queryParam("limit"), LIKE_LIMIT);
    Hit hit =
        index
            .searches()
            .item(uri)
            .filter(item -> item.state() == PublicState.PUBLISHED)
            .orElseThrow(() -> new NotFoundResponse("No public item has this uri."));
    PackedJson.Texts texts = hit.json().texts();
    String text = headline(texts) + "\n" + parse(texts.wiredesk()).path("text").asText();
    String about = text.substring(0, Math.min(LONGEST_LIKE, text.length()));
    ItemList items = new ItemList(json);
    index.searches().like(uri, about, limit).forEach(items::add);
    answer(ctx, "{" + items.members() + "}");
  }

  private JsonNode parse(String text) {
    try {
      return reader.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the index keeps is always JSON", e);
    }
  }

  private static void answer(Context ctx, String body) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json; charset=utf-8").result(body);
  }
}
