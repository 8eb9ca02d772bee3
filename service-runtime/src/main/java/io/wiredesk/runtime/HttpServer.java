package io.wiredesk.runtime;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.wiredesk.registry.door.Visitors;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of a service: its own routes, {@code /health/live}, {@code /health/ready} (503 with
 * the reasons; {@code /health} is the same) and {@code /metrics}. Web pages of others are kept out,
 * see {@link Visitors}. Errors are JSON {@code {"error": "one sentence"}}. Thread-safe; close it
 * with the service.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final long LARGEST_SMALL_BODY = 256 * 1024;
  private final Javalin javalin;
  private final String host;

  private HttpServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Listens.
   *
   * @param settings names host and port under {@code service}
   * @param service prefix of the settings
   * @param routes adds the service's own routes and limits
   * @throws SettingsException when the port is taken
   */
  public static HttpServer start(
      Settings settings,
      String service,
      Health health,
      Metrics metrics,
      Consumer<JavalinConfig> routes) {
    String host = settings.string(CommonSettings.of(service, "http.host"));
    int port = settings.integer(CommonSettings.of(service, "http.port"));
    Visitors visitors = visitors(settings, service, host);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              refuseStrangers(config, visitors);
              common(config, log(settings), health, metrics);
              routes.accept(config);
            });
    try {
      return new HttpServer(javalin.start(host, port), host);
    } catch (RuntimeException e) {
      javalin.stop();
      throw new SettingsException(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + Settings.variableOf(CommonSettings.of(service, "http.port"))
              + "): "
              + e.getMessage());
    }
  }

  /**
   * Has small bodies received before a thread is given to the request, so that half-sent ones hold
   * up nobody; larger ones get 413. For services whose requests are all small.
   */
  public static void receiveBodiesFirst(JavalinConfig config) {
    config.jetty.modifyServer(
        server ->
            server.setHandler(
                new EagerContentHandler(
                    new EagerContentHandler.RetainedContentLoaderFactory(
                        LARGEST_SMALL_BODY, 0, true))));
  }

  /** The port in use, also where 0 was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Base URL, without a slash at the end. */
  public String url() {
    return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static Visitors visitors(Settings settings, String service, String host) {
    String name = CommonSettings.of(service, "http.hosts");
    String shown = name + " (" + Settings.variableOf(name) + ")";
    try {
      return Visitors.of(
          host, settings.list(name).stream().filter(each -> !each.isBlank()).toList(), shown);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(shown + ": " + e.getMessage());
    }
  }

  private static void refuseStrangers(JavalinConfig config, Visitors visitors) {
    config.routes.before(
        ctx ->
            visitors
                .refusal(
                    ctx.req().getMethod(),
                    ctx.path(),
                    name -> Collections.list(ctx.req().getHeaders(name)))
                .ifPresent(
                    sentence -> {
                      throw new ForbiddenResponse(sentence);
                    }));
  }

  /** Where the service's Kafka and registry are: commands on the same machine need no more. */
  private static Map<String, String> log(Settings settings) {
    return Map.of(
        "kafka",
        settings.string(CommonSettings.BOOTSTRAP_SERVERS),
        "registry",
        settings.string(CommonSettings.REGISTRY_URL).replaceAll("//[^/@,]*@", "//"));
  }

  private static void common(
      JavalinConfig config, Map<String, String> log, Health health, Metrics metrics) {
    config.routes.get("/health/live", ctx -> answer(ctx, health.isAlive(), health, Map.of()));
    config.routes.get(
        "/health/ready",
        ctx -> answer(ctx, health.isReady(), health, isLocal(ctx) ? log : Map.of()));
    config.routes.get(
        "/health", ctx -> answer(ctx, health.isReady(), health, isLocal(ctx) ? log : Map.of()));
    config.routes.get(
        "/metrics",
        ctx ->
            ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape()));
    config.requestLogger.http((ctx, millis) -> HttpMeters.count(ctx, millis, metrics));
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) -> {
          ctx.status(e.getStatus());
          ctx.json(Map.of("error", String.valueOf(e.getMessage())));
        });
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          boolean slow = SlowWorld.isToBlame(e);
          ctx.status(slow ? 503 : 500);
          ctx.json(
              Map.of(
                  "error",
                  slow
                      ? "Kafka or the registry does not answer; try again."
                      : "Internal error: see the log."));
        });
  }

  private static boolean isLocal(Context ctx) {
    try {
      return InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void answer(Context ctx, boolean good, Health health, Map<String, String> log) {
    ctx.status(good ? 200 : 503);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("status", good ? "up" : "down");
    state.put("reasons", health.reasons());
    Map<String, String> warnings = health.warnings();
    if (!warnings.isEmpty()) {
      state.put("warnings", warnings);
    }
    state.putAll(log);
    ctx.json(state);
  }
}
