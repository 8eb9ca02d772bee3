package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.wiredesk.publish.feed.EventStream;
import io.wiredesk.publish.feed.StreamFilter;
import io.wiredesk.publish.index.Position;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.publish.search.SearchIndex;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /stream}: server-sent events {@code published}, {@code canceled}, {@code withheld};
 * with {@code q} or {@code desk} only of items that match, and {@code left} for revised ones that
 * do not. The id of an event is a position on the topic; {@code Last-Event-ID}, or {@code
 * ?lastEventId=}, resumes there on any instance. {@code ?marks=true} adds events {@code mark},
 * without an id: what people set on items. Thread-safe.
 */
public final class StreamRoute {

  private static final Set<String> KNOWN = Set.of("q", "desk", "lastEventId", "marks");
  private final PublicIndex index;
  private final SearchIndex search;
  private final EventStream stream;

  public StreamRoute(PublicIndex index, SearchIndex search, EventStream stream) {
    this.index = index;
    this.search = search;
    this.stream = stream;
  }

  public void addTo(JavalinConfig config) {
    config.routes.get("/stream", this::open);
  }

  private void open(Context ctx) {
    ItemRoutes.requireReady(index);
    Position from = position(ctx);
    StreamFilter filter = filter(ctx);
    if (stream.isFull()) {
      throw new ServiceUnavailableResponse(
          "This instance has as many stream readers as it takes; try another, or later.");
    }
    HttpServletResponse response = ctx.res();
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // proxies pass events on at once
    try {
      response.flushBuffer();
      OutputStream out = response.getOutputStream();
      CompletableFuture<Void> end = new CompletableFuture<>();
      ctx.future(
          () -> {
            stream.subscribe(from, filter, out, () -> finish(ctx, end));
            return end;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Completes the request, unless its connection went away first: the container took it back then.
   */
  private static void finish(Context ctx, CompletableFuture<Void> end) {
    if (isOpen(ctx)) {
      end.complete(null);
    }
  }

  private static boolean isOpen(Context ctx) {
    try {
      ctx.req().getHeader("Host");
      return true;
    } catch (NullPointerException
        | IllegalStateException e) { // what Jetty says of a recycled request
      return false;
    }
  }

  private StreamFilter filter(Context ctx) {
    for (String name : ctx.queryParamMap().keySet()) {
      if (!KNOWN.contains(name)) {
        throw new BadRequestResponse(
            "Unknown parameter " + name + "; known are desk, lastEventId, marks, q.");
      }
    }
    String text = ctx.queryParam("q");
    try {
      NewsQuery query =
          text == null || text.isBlank() ? null : NewsQuery.read(text, QueryUse.STANDING);
      boolean marks = Boolean.parseBoolean(ctx.queryParam("marks"));
      return new StreamFilter(search, query, Set.copyOf(ctx.queryParams("desk")), marks);
    } catch (QueryRefused e) {
      throw new BadRequestResponse("The query cannot be run. " + e.getMessage());
    }
  }

  private static @Nullable Position position(Context ctx) {
    String header = ctx.header("Last-Event-ID");
    String text = header == null ? ctx.queryParam("lastEventId") : header;
    return text == null || text.isBlank()
        ? null
        : Position.parse(text)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "Last-Event-ID must come from an event of this stream."));
  }
}
