package io.wiredesk.ingest.intake;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * HTTP push: {@code POST /feeds/{feed}/items} with one transmission of any wire format as the body.
 * 202 with the raw record's coordinates once it is durable; 400 for an empty body or a bad feed
 * name, 401 or 403 where the feed asks for a key, 413 over the size limit, 415 for media that holds
 * no copy, 429 with Retry-After while too many are in hand (the broker is slow), 503 with
 * Retry-After while the broker is away. A header {@code wiredesk-redrive} with the id of a dead
 * letter has the bytes parsed again, once a letter. Thread-safe.
 */
public final class HttpPush {

  private static final Set<String> NO_COPY = Set.of("image", "audio", "video", "font", "model");
  private static final Set<String> NO_COPY_TYPES =
      Set.of(
          "application/zip",
          "application/gzip",
          "application/x-tar",
          "application/pdf",
          "application/x-7z-compressed");

  private static final long DRAINED_LIMITS = 10;

  private final Intake intake;
  private final PushDoor door;
  private final Semaphore places;

  /** Everybody may push, as many at a time as the server has threads. */
  public HttpPush(Intake intake) {
    this(intake, PushDoor.OPEN, Integer.MAX_VALUE);
  }

  /**
   * A push.
   *
   * @param door who may come in
   * @param places pushes that are in hand at a time; further ones are answered with 429
   */
  public HttpPush(Intake intake, PushDoor door, int places) {
    this.intake = intake;
    this.door = door;
    this.places = new Semaphore(places);
  }

  /** Adds the route. */
  public void addTo(JavalinConfig config) {
    config.http.maxRequestSize = intake.maxBytes() + 1L;
    config.routes.post("/feeds/{feed}/items", this::push);
  }

  private void push(Context ctx) throws IOException {
    String feed = ctx.pathParam("feed");
    if (!Delivery.isFeedName(feed)) {
      throw new BadRequestResponse(
          "A feed name has letters, digits, dots, hyphens and underscores, at most 100: " + feed);
    }
    door.admit(ctx, feed);
    refuseMedia(ctx.contentType());
    if (!places.tryAcquire()) {
      ctx.status(429).header("Retry-After", "1");
      ctx.json(Map.of("error", "Too many pushes are in hand; nothing was taken, send it again."));
      return;
    }
    try {
      take(ctx, feed);
    } finally {
      places.release();
    }
  }

  private void take(Context ctx, String feed) throws IOException {
    Map<String, String> redriven = redriven(ctx);
    byte[] body = body(ctx);
    try {
      door.check(ctx, feed, body);
      if (body.length == 0) {
        throw new BadRequestResponse(
            "The body is empty: send one wire item (NITF, NewsML, ninjs, RSS, HTML, text …).");
      }
      String name = ctx.header("Content-Location");
      Delivery delivery =
          new Delivery(feed, Transport.HTTP_PUSH, name, ctx.contentType(), redriven);
      Intake.Received received = intake.receive(delivery, body);
      ctx.status(202).json(answer(feed, received));
    } catch (RuntimeException e) {
      if (!SlowWorld.isToBlame(e)) {
        throw e;
      }
      ctx.status(503).header("Retry-After", "5");
      ctx.json(
          Map.of(
              "error",
              "Kafka did not confirm the item in time; nothing is promised, send it again."));
    }
  }

  private static Map<String, String> redriven(Context ctx) {
    String letter = ctx.header(DeadLetters.REDRIVE_HEADER);
    if (letter != null && !DeadLetters.isId(letter)) {
      throw new BadRequestResponse(
          DeadLetters.REDRIVE_HEADER + " must be the id of a dead letter: topic-partition-offset.");
    }
    return letter == null ? Map.of() : Map.of(DeadLetters.REDRIVE_HEADER, letter);
  }

  private byte[] body(Context ctx) throws IOException {
    int limit = intake.maxBytes();
    try (InputStream in = ctx.req().getInputStream()) {
      boolean declared = ctx.req().getContentLengthLong() > limit;
      byte[] bytes = declared ? new byte[0] : in.readNBytes(limit + 1);
      if (declared || bytes.length > limit) {
        drain(in, DRAINED_LIMITS * limit);
        throw tooLarge(limit);
      }
      return bytes;
    }
  }

  /**
   * Reads the rest away, up to a bound: a client that is still sending would not see the answer.
   */
  private static void drain(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = most;
    for (int read = 0; read >= 0 && left > 0; left -= Math.max(0, read)) {
      read = in.read(buffer);
    }
  }

  private static HttpResponseException tooLarge(int limit) {
    return new HttpResponseException(
        413,
        "The body is larger than " + limit + " bytes (INGEST_ITEM_MAX_BYTES); nothing was taken.",
        Map.of());
  }

  private static void refuseMedia(@Nullable String contentType) {
    String type =
        contentType == null
            ? ""
            : contentType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    if (NO_COPY.contains(type.replaceAll("/.*", "")) || NO_COPY_TYPES.contains(type)) {
      throw new HttpResponseException(
          415,
          "A body of type " + type + " holds no wire copy: send XML, JSON, HTML, text or e-mail.",
          Map.of());
    }
  }

  private static Map<String, Object> answer(String feed, Intake.Received received) {
    LogPosition position = received.position();
    return Map.of(
        "feed", feed,
        "topic", position.topic(),
        "partition", position.partition(),
        "offset", position.offset(),
        "sha256", received.sha256());
  }
}
