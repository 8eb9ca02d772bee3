package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * {@code GET /dead-letters}: the newest of what could not go on, without its bytes; {@code GET
 * /dead-letters/{partition}/{offset}}: one of them with its bytes as text. For those who may give
 * orders: bytes of a wire may hold what the public copy does not. Thread-safe.
 */
public final class LetterRoutes {

  /** Newest letters of each partition that are listed. */
  private static final int EACH = 20;

  private static final int MOST = 100;
  private static final int LONGEST_TEXT = 100_000;

  /** A record and where it is. */
  public record Found(LogPosition position, SpecificRecord value) {}

  /** Looks records up on their topics. */
  public interface Records {

    /** The record there; empty where there is none, or none any more. */
    Optional<SpecificRecord> fetch(LogPosition position);

    /** The newest {@code each} records of every partition, in no order. */
    List<Found> newest(Topic topic, int each);
  }

  private final OrderAccess access;
  private final Records records;

  public LetterRoutes(OrderAccess access, Records records) {
    this.access = access;
    this.records = records;
  }

  /** Adds the routes. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/dead-letters", this::list);
    config.routes.get("/dead-letters/{partition}/{offset}", this::one);
  }

  private void list(Context ctx) {
    access.requireReader(ctx);
    List<Map<String, Object>> letters =
        records.newest(Topic.DEAD_LETTERS, EACH).stream()
            .filter(found -> found.value() instanceof DeadLetter)
            .sorted(Comparator.comparing(LetterRoutes::failedAt).reversed())
            .limit(MOST)
            .map(found -> view(found.position(), (DeadLetter) found.value()))
            .toList();
    ctx.header("Cache-Control", "no-store").json(Map.of("letters", letters));
  }

  private void one(Context ctx) {
    access.requireReader(ctx);
    LogPosition position =
        new LogPosition(
            Topic.DEAD_LETTERS.topicName(),
            (int) number(ctx, "partition", Integer.MAX_VALUE),
            number(ctx, "offset", Long.MAX_VALUE - 1));
    DeadLetter letter =
        records
            .fetch(position)
            .filter(DeadLetter.class::isInstance)
            .map(DeadLetter.class::cast)
            .orElseThrow(() -> new NotFoundResponse("There is no dead letter at this place."));
    Map<String, Object> view = view(position, letter);
    view.put("text", text(letter.getPayload()));
    ctx.header("Cache-Control", "no-store").json(view);
  }

  private static java.time.Instant failedAt(Found found) {
    return ((DeadLetter) found.value()).getFailedAt();
  }

  private static Map<String, Object> view(LogPosition position, DeadLetter letter) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("partition", position.partition());
    view.put("offset", position.offset());
    view.put("stage", letter.getStage().name());
    view.put("reason", letter.getReason());
    view.put("message", letter.getMessage());
    view.put("feed", letter.getFeed());
    view.put("sourceName", letter.getSourceName());
    view.put("failedAt", letter.getFailedAt().toString());
    view.put("size", letter.getSize());
    view.put("sha256", letter.getSha256());
    return view;
  }

  /** As UTF-8, whatever it is: for people to look at. */
  private static String text(ByteBuffer payload) {
    ByteBuffer bytes = payload.duplicate();
    bytes.limit(Math.min(bytes.limit(), bytes.position() + LONGEST_TEXT));
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static long number(Context ctx, String name, long most) {
    String text = ctx.pathParam(name);
    if (!text.matches("\\d{1,18}") || Long.parseLong(text) > most) {
      throw new BadRequestResponse(name + " must be a whole number.");
    }
    return Long.parseLong(text);
  }
}
