package io.wiredesk.publish.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /items/{uri}/receipts}: a consumer has acted on what was taken back; 202 with the
 * receipt's place on {@code news.receipts} once it is durable, 404 for an item that is not known
 * here, 409 where there is nothing to act on. {@code GET}: who has acted, and who owes it for a
 * kill. Thread-safe.
 */
public final class ReceiptRoutes {

  private static final Pattern CONSUMER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final List<String> FIELDS = List.of("consumer", "sequence", "note");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final PublicIndex index;
  private final ReceiptBook book;
  private final DurableLog log;
  private final Clock clock;

  /**
   * The routes.
   *
   * @param log must be open as long as the server
   */
  public ReceiptRoutes(PublicIndex index, ReceiptBook book, DurableLog log, Clock clock) {
    this.index = index;
    this.book = book;
    this.log = log;
    this.clock = clock;
  }

  /** Adds the routes; before those of items, whose path would take them as well. */
  public void addTo(JavalinConfig config) {
    config.routes.post("/items/<uri>/receipts", this::take);
    config.routes.get("/items/<uri>/receipts", this::show);
  }

  private void take(Context ctx) {
    String type = String.valueOf(ctx.contentType());
    if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new HttpResponseException(
          415, "A receipt is JSON: send it as Content-Type: application/json.", Map.of());
    }
    Shown shown = shown(ctx);
    Receipt receipt = receipt(shown, json(ctx.body()));
    LogPosition position =
        log.append(
            Topic.RECEIPTS.topicName(),
            ReceiptBook.key(receipt.getConsumer(), receipt.getUri()),
            receipt);
    ctx.status(202).json(position);
  }

  private void show(Context ctx) {
    Shown shown = shown(ctx);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", shown.uri());
    answer.put("state", shown.state().name());
    answer.put("sequence", shown.sequence());
    List<Map<String, @Nullable Object>> receipts = new ArrayList<>();
    for (Receipt receipt : book.of(shown.uri())) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("consumer", receipt.getConsumer());
      line.put("sequence", receipt.getSequence());
      line.put("actedAt", receipt.getActedAt().toString());
      line.put("note", receipt.getNote());
      receipts.add(line);
    }
    answer.put("receipts", receipts);
    boolean killed = shown.state() == PublicState.CANCELED;
    answer.put("owing", killed ? book.owing(kill(shown)) : List.of());
    ctx.header("Cache-Control", "no-store").json(answer);
  }

  /** What the book is asked about. */
  public static ReceiptBook.Kill kill(Shown shown) {
    return new ReceiptBook.Kill(shown.uri(), shown.sequence(), shown.releasedAt());
  }

  private Shown shown(Context ctx) {
    ItemRoutes.requireReady(index);
    return index
        .find(ctx.pathParam("uri"))
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "No public item with this uri among the newest " + index.capacity() + "."));
  }

  private Receipt receipt(Shown shown, JsonNode json) {
    if (shown.state() == PublicState.PUBLISHED) {
      throw new ConflictResponse("This item is published; there is nothing to give a receipt for.");
    }
    String consumer = json.path("consumer").asText("");
    JsonNode note = json.path("note");
    if (!json.path("consumer").isTextual() || !CONSUMER.matcher(consumer).matches()) {
      throw new BadRequestResponse(
          "consumer must be letters, digits, dots, hyphens and underscores, at most 100.");
    }
    if (!json.path("sequence").canConvertToExactIntegral() || json.path("sequence").asLong() < 1) {
      throw new BadRequestResponse("sequence must be that of the public state acted upon.");
    }
    if (!(note.isMissingNode() || note.isNull() || note.isTextual())
        || note.asText().length() > 500) {
      throw new BadRequestResponse("note must be text of at most 500 characters.");
    }
    if (json.path("sequence").asLong() > shown.sequence()) {
      throw new ConflictResponse(
          "The newest state known here has sequence " + shown.sequence() + "; try again.");
    }
    return Receipt.newBuilder()
        .setConsumer(consumer)
        .setUri(shown.uri())
        .setSequence(json.path("sequence").asLong())
        .setActedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setNote(note.isTextual() ? note.asText() : null)
        .build();
  }

  private static JsonNode json(String body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is not JSON: " + e.getOriginalMessage());
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new BadRequestResponse(
                    "Unknown field " + name + "; known are " + String.join(", ", FIELDS) + ".");
              }
            });
    return json;
  }
}
