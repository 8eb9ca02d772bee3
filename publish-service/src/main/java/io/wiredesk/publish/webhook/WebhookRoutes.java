package io.wiredesk.publish.webhook;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /webhooks}: how each webhook is, and what is wrong with the file; {@code POST
 * /webhooks/{name}/test} calls the subscriber once, {@code …/resume} goes on after a pause, {@code
 * …/replay?since=INSTANT} sends again. Who may give orders may do these. Thread-safe.
 */
public final class WebhookRoutes {

  private final Supplier<@Nullable Webhooks> webhooks;
  private final Consumer<Context> access;

  /**
   * The routes.
   *
   * @param webhooks null where there are none, or not yet
   * @param access lets a request pass, or throws what it is answered
   */
  public WebhookRoutes(Supplier<@Nullable Webhooks> webhooks, Consumer<Context> access) {
    this.webhooks = webhooks;
    this.access = access;
  }

  /** Adds the routes. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/webhooks", this::list);
    config.routes.post("/webhooks/{name}/test", this::test);
    config.routes.post("/webhooks/{name}/resume", this::resume);
    config.routes.post("/webhooks/{name}/replay", this::replay);
  }

  private void list(Context ctx) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Webhooks running = running();
    answer.put(
        "webhooks", running.all().stream().map(worker -> WebhookState.of(worker).view()).toList());
    List<String> faults = running.faults();
    if (!faults.isEmpty()) {
      answer.put("errors", faults);
    }
    ctx.header("Cache-Control", "no-store").json(answer);
  }

  private void test(Context ctx) {
    WebhookWorker worker = worker(ctx);
    Answer answer = worker.test();
    ctx.json(Map.of("success", answer.isSuccess(), "answer", answer.said()));
  }

  private void resume(Context ctx) {
    worker(ctx).resume();
    ctx.status(202).json(Map.of("resumes", ctx.pathParam("name")));
  }

  private void replay(Context ctx) {
    WebhookWorker worker = worker(ctx);
    Instant since = since(ctx.queryParam("since"));
    worker.replay(since);
    ctx.status(202).json(Map.of("replays", ctx.pathParam("name"), "since", since.toString()));
  }

  private static Instant since(@Nullable String text) {
    try {
      return OffsetDateTime.parse(String.valueOf(text)).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse("since must be an instant such as 2026-03-01T06:00:00Z.");
    }
  }

  private WebhookWorker worker(Context ctx) {
    access.accept(ctx);
    return running()
        .find(ctx.pathParam("name"))
        .orElseThrow(() -> new NotFoundResponse("There is no such webhook; /webhooks lists them."));
  }

  private Webhooks running() {
    Webhooks running = webhooks.get();
    if (running == null) {
      throw new NotFoundResponse("There are no webhooks: publish.webhooks.file names no file.");
    }
    return running;
  }
}
