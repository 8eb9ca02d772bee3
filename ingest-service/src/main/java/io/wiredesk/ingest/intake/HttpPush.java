package io.wiredesk.ingest.intake;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.wiredesk.ingest.body.BodyReader;
import io.wiredesk.ingest.body.FormFile;
import io.wiredesk.ingest.body.Unpacking;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.Transport;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP push: {@code POST /feeds/{feed}/items} with one transmission of any wire format as the body.
 * A body in gzip is unpacked, a form upload gives its file. 202 with the raw record's coordinates
 * once it is durable; 400 for an empty body or a bad feed name, 401 or 403 where the feed asks for
 * a key, 408 for a body that drips, 413 over the size limit, 415 for media that holds no copy and
 * for other encodings, 429 with Retry-After while too many are in hand (the broker is slow), 503
 * with Retry-After while the broker is away. A header {@code wiredesk-redrive} with the id of a
 * dead letter has the bytes parsed again, once a letter. Thread-safe; close it with the server.
 */
public final class HttpPush implements AutoCloseable {

  private static final Set<String> NO_COPY = Set.of("image", "audio", "video", "font", "model");
  private static final Set<String> NO_COPY_TYPES =
      Set.of(
          "application/zip",
          "application/gzip",
          "application/x-tar",
          "application/pdf",
          "application/x-7z-compressed");

  private final Intake intake;
  private final PushDoor door;
  private final PushLimits limits;
  private final BodyReader bodies;
  private final PushPool keyed;
  private final PushPool signed;
  private final PushPool others;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** Everybody may push, as many at a time as the server has threads. */
  public HttpPush(Intake intake) {
    this(intake, PushDoor.OPEN, PushLimits.of(Integer.MAX_VALUE, intake.maxBytes()));
  }

  /**
   * A push.
   *
   * @param door who may come in
   */
  public HttpPush(Intake intake, PushDoor door, PushLimits limits) {
    this.intake = intake;
    this.door = door;
    this.limits = limits;
    this.bodies = new BodyReader(intake.maxBytes(), limits.pace());
    this.keyed = PushPool.of(limits);
    this.signed = PushPool.of(limits);
    this.others = PushPool.of(limits);
  }

  /** Adds the route. */
  public void addTo(JavalinConfig config) {
    config.routes.post("/feeds/{feed}/items", this::push);
  }

  @Override
  public void close() {
    bodies.close();
  }

  /** What can be refused is refused before the body is read. */
  private void push(Context ctx) {
    String feed = ctx.pathParam("feed");
    if (!Delivery.isFeedName(feed)) {
      throw new BadRequestResponse(
          "A feed name has letters, digits, dots, hyphens and underscores, at most 100: " + feed);
    }
    PushDoor.Standing standing = door.admit(ctx, feed);
    refuseMedia(ctx.contentType());
    Unpacking.require(ctx.header("Content-Encoding"));
    Map<String, String> redriven = redriven(ctx);
    if (standing == PushDoor.Standing.NAMELESS) {
      requireRoomFor(feed);
    }
    PushPool pool = pool(standing);
    ctx.future(
        () ->
            bodies
                .receive(ctx.req(), pool.memory(), sent -> unpack(ctx, feed, pool, redriven, sent))
                .whenComplete((nothing, failure) -> answered(ctx, feed, standing, failure)));
  }

  private void unpack(
      Context ctx, String feed, PushPool pool, Map<String, String> redriven, byte[] sent) {
    if (!pool.places().tryAcquire()) {
      throw new HttpResponseException(
          429, "Too many pushes are in hand; nothing was taken, send it again.", Map.of());
    }
    try {
      door.check(ctx, feed, sent);
      Unpacking.unpack(
          ctx.header("Content-Encoding"),
          sent,
          intake.maxBytes(),
          pool.memory(),
          body -> take(ctx, delivery(ctx, feed, redriven), body));
    } finally {
      pool.places().release();
    }
  }

  private PushPool pool(PushDoor.Standing standing) {
    return switch (standing) {
      case KEY -> keyed;
      case SIGNATURE -> signed;
      case ANYBODY, NAMELESS -> others;
    };
  }

  /** Each name has counters of its own, for ever: a stranger must not make them without end. */
  private void requireRoomFor(String feed) {
    if (made.size() >= limits.feeds() && !made.contains(feed)) {
      throw new ForbiddenResponse(
          "Pushes have made "
              + limits.feeds()
              + " feeds that feeds.yml does not know (INGEST_PUSH_FEEDS_MAX); write feed "
              + feed
              + " into it.");
    }
  }

  /** What is still on its way is not waited for; a sender that is to come again is told when. */
  private void answered(
      Context ctx, String feed, PushDoor.Standing standing, @Nullable Throwable failure) {
    if (failure == null && standing == PushDoor.Standing.NAMELESS) {
      made.add(feed);
    }
    if (failure instanceof HttpResponseException refused) {
      if (refused.getStatus() == 408) {
        ctx.header("Connection", "close");
      }
      if (refused.getStatus() == 429 && ctx.res().getHeader("Retry-After") == null) {
        ctx.header("Retry-After", "1");
      }
    }
  }

  private static Delivery delivery(Context ctx, String feed, Map<String, String> redriven) {
    String name = ctx.header("Content-Location");
    return new Delivery(feed, Transport.HTTP_PUSH, name, ctx.contentType(), redriven);
  }

  private void take(Context ctx, Delivery delivery, byte[] body) {
    FormFile file = FormFile.of(delivery.contentType(), body).orElse(null);
    if (file != null) {
      refuseMedia(file.type());
      String name = file.name() == null ? delivery.sourceName() : file.name();
      receive(
          ctx,
          new Delivery(
              delivery.feed(), delivery.transport(), name, file.type(), delivery.headers()),
          file.bytes());
    } else {
      receive(ctx, delivery, body);
    }
  }

  private void receive(Context ctx, Delivery delivery, byte[] body) {
    if (body.length == 0) {
      throw new BadRequestResponse(
          "The body is empty: send one wire item (NITF, NewsML, ninjs, RSS, HTML, text …).");
    }
    try {
      Intake.Received received = intake.receive(delivery, body);
      ctx.status(202).json(answer(delivery.feed(), received));
    } catch (RuntimeException e) {
      if (!SlowWorld.isToBlame(e)) {
        throw e;
      }
      ctx.header("Retry-After", "5");
      throw new HttpResponseException(
          503,
          "Kafka did not confirm the item in time; nothing is promised, send it again.",
          Map.of());
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
