package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.search.Hit;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.publish.search.Searches;
import io.wiredesk.schemas.PublicState;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;

/**
 * {@code GET /items}, newest first in stretches, and {@code GET /items/{uri}}, the uri
 * percent-encoded. Nothing may be kept by caches on the way: a kill counts at once. Thread-safe.
 */
public final class ItemRoutes {

  /** Paths lead to no files here, so that what looks ambiguous is harmless. */
  private static final UriCompliance ANY_URI =
      UriCompliance.DEFAULT.with(
          "item uris in paths",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
          UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
          UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final SearchIndex index;
  private final ItemJson json;
  private final OutputRoutes outputs;

  public ItemRoutes(SearchIndex index, ItemJson json, OutputRoutes outputs) {
    this.index = index;
    this.json = json;
    this.outputs = outputs;
  }

  /** Adds the routes; item uris may hold encoded slashes, which Jetty refuses unless told. */
  public void addTo(JavalinConfig config) {
    config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(ANY_URI));
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.routes.get("/items", this::list);
    config.routes.get("/items/<uri>", this::one);
  }

  /** Before everything was read a kill may be missing: says so and shows nothing. */
  static void requireReady(PublicIndex index) {
    if (!index.isReady()) {
      throw new ServiceUnavailableResponse(
          "The published items are still being read; try again in a moment.");
    }
  }

  private void list(Context ctx) {
    SearchRoutes.requireReady(index);
    Searches.Page page = index.now().list(ListParameters.of(ctx.queryParamMap()));
    ItemList items = new ItemList(json);
    page.hits().forEach(items::add);
    String next =
        page.next() == null
            ? ""
            : ",\"next\":" + json.write(ListParameters.next(ctx.queryParamMap(), page.next()));
    answer(ctx, "{" + items.members() + next + "}");
  }

  private void one(Context ctx) {
    SearchRoutes.requireReady(index);
    Hit hit = index.now().item(ctx.pathParam("uri")).orElse(null);
    if (hit == null && isOutput(ctx)) {
      return;
    }
    if (hit == null) {
      ctx.status(404);
      answer(ctx, json.write(Map.of("error", "No public item with this uri.")));
      return;
    }
    PackedJson.Texts texts = hit.json().texts();
    if (hit.state() == PublicState.PUBLISHED) {
      answer(ctx, texts.together());
      return;
    }
    boolean killed = hit.state() == PublicState.CANCELED;
    ctx.status(statusOf(hit.state()));
    String error =
        killed
            ? "This item was canceled and must not be used. " + hit.reason()
            : "This item is withheld until further notice. " + hit.reason();
    answer(ctx, "{\"error\":" + json.write(error) + ",\"wiredesk\":" + texts.wiredesk() + "}");
  }

  /** A uri with the ending of a format. */
  private boolean isOutput(Context ctx) {
    String path = ctx.pathParam("uri");
    OutputFormat format = OutputRoutes.format(path);
    return format != null && outputs.item(ctx, OutputRoutes.without(path, format), format);
  }

  /** Of an item that was taken back: gone for good, or not to be had for now. */
  static int statusOf(PublicState state) {
    return state == PublicState.CANCELED ? 410 : 403;
  }

  private static void answer(Context ctx, String body) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json; charset=utf-8").result(body);
  }
}
