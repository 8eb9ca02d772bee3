package io.wiredesk.publish.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page at {@code /} and its modules: static files that read the HTTP side like any other
 * consumer. Nothing is loaded from elsewhere but the pictures of an article that is open, no script
 * or style that is not one of our files is run, and mark-up is made by lit's templates alone
 * (Trusted Types). Immutable, thread-safe.
 */
public final class ConsoleRoutes {

  private static final Pattern OWN = Pattern.compile("([a-z]+/)?[a-z-]+\\.(js|svg)");
  private static final Pattern LIBRARY =
      Pattern.compile("[a-z-]+/\\d+\\.\\d+\\.\\d+/([a-z-]+/)*[a-z-]+\\.js");
  private static final Map<String, String> TYPES =
      Map.of("js", "text/javascript", "svg", "image/svg+xml");
  private static final String KEEP = "public, max-age=31536000, immutable";

  private final ImportMap imports = ImportMap.ofLibraries();
  private final String page =
      Resource.text("console/index.html").replace("<!-- imports -->", imports.element());
  private final String policy =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' '" + imports.hash() + "'",
          "img-src 'self' https: http:",
          "media-src https: http:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types lit-html");

  /** Adds the routes. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/", ctx -> answer(ctx, "text/html", page, "no-cache"));
    config.routes.get("/console/<file>", this::own);
    config.routes.get(ImportMap.PATH + "<file>", this::library);
  }

  private void own(Context ctx) {
    file(ctx, OWN, "console/", "no-cache");
  }

  /** Versions are part of the path, so that a browser need not ask twice. */
  private void library(Context ctx) {
    file(ctx, LIBRARY, ImportMap.FOLDER, KEEP);
  }

  private void file(Context ctx, Pattern names, String folder, String keep) {
    String name = ctx.pathParam("file");
    if (!names.matcher(name).matches() || !Resource.exists(folder + name)) {
      throw new NotFoundResponse("The page has no such file.");
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    answer(ctx, type, Resource.text(folder + name), keep);
  }

  private void answer(Context ctx, String type, String body, String keep) {
    ctx.header("Content-Security-Policy", policy);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cache-Control", keep);
    ctx.contentType(type + "; charset=utf-8").result(body);
  }
}
