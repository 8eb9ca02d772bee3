package io.wiredesk.publish.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.wiredesk.publish.feed.EventStream;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.mark.MarkBook;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.schemas.Mark;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code GET /marks}: what people have set on items; {@code POST /items/{uri}/marks}: sets one or
 * takes it away, 202 once it is durable on {@code news.marks}. Readers of {@code
 * /stream?marks=true} are told of each as an event {@code mark}. Thread-safe.
 */
public final class MarkRoutes {

  private static final Set<String> KINDS = Set.of("taken", "seen", "note");
  private static final List<String> FIELDS = List.of("kind", "by", "on", "note");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 500;
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublicIndex index;
  private final MarkBook book;
  private final DurableLog log;
  private final Clock clock;

  /**
   * The routes.
   *
   * @param stream tells its readers of every mark
   * @param log must be open as long as the server
   */
  public MarkRoutes(
      PublicIndex index, MarkBook book, EventStream stream, DurableLog log, Clock clock) {
    this.index = index;
    this.book = book;
    this.log = log;
    this.clock = clock;
    ItemJson json = new ItemJson();
    book.listen(
        change ->
            stream.tell(
                "event: mark\ndata: " + json.write(view(change.mark(), change.on())) + "\n\n"));
  }

  /** Adds the routes; before those of items, whose path would take them as well. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/marks", this::list);
    config.routes.post("/items/<uri>/marks", this::set);
  }

  private void list(Context ctx) {
    List<Map<String, Object>> marks = book.all().stream().map(mark -> view(mark, true)).toList();
    ctx.header("Cache-Control", "no-store").json(Map.of("marks", marks));
  }

  private void set(Context ctx) {
    String type = String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      throw new HttpResponseException(
          415, "A mark is JSON: send it as Content-Type: application/json.", Map.of());
    }
    ItemRoutes.requireReady(index);
    String uri =
        index
            .find(ctx.pathParam("uri"))
            .orElseThrow(() -> new NotFoundResponse("No public item with this uri is known here."))
            .uri();
    JsonNode json = json(ctx.body());
    Mark mark = mark(uri, json);
    boolean on = json.path("on").asBoolean(true);
    log.append(Topic.MARKS.topicName(), MarkBook.key(mark), on ? mark : null);
    ctx.status(202).json(view(mark, on));
  }

  private Mark mark(String uri, JsonNode json) {
    String kind = json.path("kind").asText();
    if (!KINDS.contains(kind)) {
      throw new BadRequestResponse("kind must be taken, seen or note.");
    }
    boolean note = kind.equals("note");
    if (note && !json.path("on").asBoolean(true)) {
      throw new BadRequestResponse("A note stays; write another one.");
    }
    if (note != json.hasNonNull("note")) {
      throw new BadRequestResponse("A note needs note, its text; other kinds have none.");
    }
    return Mark.newBuilder()
        .setUri(uri)
        .setKind(kind)
        .setBy(line(json, "by", LONGEST_NAME))
        .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setNote(note ? line(json, "note", LONGEST_NOTE) : null)
        .build();
  }

  private static String line(JsonNode json, String name, int longest) {
    String text = json.path(name).asText("").strip();
    if (text.length() > longest || !ONE_LINE.matcher(text).matches()) {
      throw new BadRequestResponse(name + " must be one line of 1 to " + longest + " characters.");
    }
    return text;
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

  private static Map<String, Object> view(Mark mark, boolean on) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("uri", mark.getUri());
    view.put("kind", mark.getKind());
    view.put("by", mark.getBy());
    view.put("at", mark.getAt().toString());
    view.put("on", on);
    if (mark.getNote() != null) {
      view.put("note", mark.getNote());
    }
    return view;
  }
}
