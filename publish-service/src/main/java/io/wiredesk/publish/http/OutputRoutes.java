package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.output.OutputList;
import io.wiredesk.publish.output.Outputs;
import io.wiredesk.publish.search.Facet;
import io.wiredesk.publish.search.Found;
import io.wiredesk.publish.search.Hit;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.publish.search.SearchRequest;
import io.wiredesk.publish.search.Searches;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items and lists in the formats of {@link Outputs}, by the ending of the path: {@code
 * /items/{uri}.g2}, {@code /desks/sport.atom}, {@code /search.json?q=…}. An item that was taken
 * back is told with 410 or 403 and the notice in that format. Nothing may be kept by caches: a kill
 * counts at once. Thread-safe.
 */
public final class OutputRoutes {

  private static final String ITEMS = "50";

  private final SearchIndex index;
  private final Clock clock;

  public OutputRoutes(SearchIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /** Adds the routes of searches; those of items and desks are asked by theirs. */
  public void addTo(JavalinConfig config) {
    for (OutputFormat format : Outputs.all()) {
      config.routes.get("/search." + format.extension(), ctx -> search(ctx, format));
    }
  }

  /** The format that the end of a path names; null where it names none. */
  static @Nullable OutputFormat format(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 1 ? null : Outputs.of(path.substring(dot + 1)).orElse(null);
  }

  /** The path without the ending that names the format. */
  static String without(String path, OutputFormat format) {
    return path.substring(0, path.length() - format.extension().length() - 1);
  }

  /** Answers with one item; false where there is none of that uri. */
  boolean item(Context ctx, String uri, OutputFormat format) {
    SearchRoutes.requireReady(index);
    PublicView view = view(index.now(), uri);
    if (view == null) {
      return false;
    }
    if (view instanceof PublicView.Notice notice) {
      ctx.status(ItemRoutes.statusOf(notice.state()));
    }
    answer(ctx, format.itemType(), format.item(view, links(ctx)));
    return true;
  }

  /** Answers with the newest items of a desk, and the notices among them. */
  void desk(Context ctx, String desk, OutputFormat format) {
    SearchRoutes.requireReady(index);
    SearchRequest request =
        SearchParameters.of(Map.of(Facet.DESK.facetName(), List.of(desk), "limit", List.of(ITEMS)));
    Searches searches = index.now();
    OutputList list =
        new OutputList(
            "urn:wiredesk:desk:" + desk,
            desk,
            "/desks/" + desk + "." + format.extension(),
            null,
            views(searches, searches.find(request)));
    answer(ctx, format.listType(), format.list(list, links(ctx)));
  }

  private void search(Context ctx, OutputFormat format) {
    SearchRoutes.requireReady(index);
    SearchRequest request = SearchParameters.of(ctx.queryParamMap());
    Searches searches = index.now();
    Found found = searches.find(request);
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    String next =
        found.next() == null ? null : SearchParameters.next(ctx.queryParamMap(), found.next());
    String path = "/search." + format.extension() + "?";
    OutputList list =
        new OutputList(
            "urn:wiredesk:search:" + URLEncoder.encode(query, StandardCharsets.UTF_8),
            query.isBlank() ? "Everything" : query,
            path + Objects.requireNonNullElse(ctx.queryString(), ""),
            next == null ? null : next.replace("/search?", path),
            views(searches, found));
    answer(ctx, format.listType(), format.list(list, links(ctx)));
  }

  /** Items and notices by the time at which they became public, each item once. */
  private List<PublicView> views(Searches searches, Found found) {
    return Stream.concat(found.hits().stream(), found.notices().stream())
        .map(Hit::uri)
        .distinct()
        .map(uri -> view(searches, uri))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(PublicView::since).reversed())
        .toList();
  }

  private @Nullable PublicView view(Searches searches, String uri) {
    return searches.state(uri).flatMap(state -> PublicView.of(state, clock.instant())).orElse(null);
  }

  private static Links links(Context ctx) {
    return new Links(ctx.scheme() + "://" + ctx.host());
  }

  private static void answer(Context ctx, String type, String body) {
    ctx.header("Cache-Control", "no-store").contentType(type).result(body);
  }
}
