package io.wiredesk.publish.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.NotFoundResponse;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.RawNews;
import java.nio.ByteBuffer;

/**
 * {@code GET /items/{uri}/raw}: the bytes that a public item was read from, as they came. For those
 * who may give orders: a wire may hold notes that are not public. 404 once they are no longer on
 * {@code news.raw}, 410 for an item that was taken back. Thread-safe.
 */
public final class RawRoute {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OrderAccess access;
  private final PublicIndex index;
  private final LetterRoutes.Records records;

  public RawRoute(OrderAccess access, PublicIndex index, LetterRoutes.Records records) {
    this.access = access;
    this.index = index;
    this.records = records;
  }

  /** Adds the route; before those of items, whose path would take it as well. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/items/<uri>/raw", this::show);
  }

  private void show(Context ctx) {
    access.requireReader(ctx);
    ItemRoutes.requireReady(index);
    Shown shown =
        index
            .find(ctx.pathParam("uri"))
            .orElseThrow(() -> new NotFoundResponse("No public item with this uri is known here."));
    if (shown.state() != PublicState.PUBLISHED) {
      throw new GoneResponse("This item was taken back.");
    }
    RawNews raw =
        records
            .fetch(position(shown))
            .filter(RawNews.class::isInstance)
            .map(RawNews.class::cast)
            .orElseThrow(() -> new NotFoundResponse("Its bytes are no longer on the topic."));
    ByteBuffer payload = raw.getPayload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Content-Security-Policy", "default-src 'none'; sandbox");
    ctx.contentType("text/plain; charset=utf-8").result(bytes);
  }

  private static LogPosition position(Shown shown) {
    try {
      JsonNode source = JSON.readTree(shown.json().texts().wiredesk()).path("source");
      if (!source.hasNonNull("rawTopic")) {
        throw new NotFoundResponse("Nobody kept the bytes of this item.");
      }
      return new LogPosition(
          source.path("rawTopic").asText(),
          source.path("rawPartition").asInt(),
          source.path("rawOffset").asLong());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the index keeps is JSON", e);
    }
  }
}
