package io.wiredesk.publish.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The page at {@code /} with its style and script: static files that read {@code /items} and {@code
 * /stream} like any other consumer. Loads nothing from elsewhere, and is told not to. Immutable,
 * thread-safe.
 */
public final class ConsoleRoutes {

  private final String page = resource("console.html");
  private final String style = resource("console.css");
  private final String script = resource("console.js");
  private final String icon = resource("console.svg");

  public void addTo(JavalinConfig config) {
    config.routes.get("/", ctx -> answer(ctx, "text/html", page));
    config.routes.get("/console.css", ctx -> answer(ctx, "text/css", style));
    config.routes.get("/console.js", ctx -> answer(ctx, "text/javascript", script));
    config.routes.get("/console.svg", ctx -> answer(ctx, "image/svg+xml", icon));
  }

  private static void answer(Context ctx, String type, String body) {
    ctx.header(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType(type + "; charset=utf-8").result(body);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ConsoleRoutes.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
