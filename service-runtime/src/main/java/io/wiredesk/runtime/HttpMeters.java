package io.wiredesk.runtime;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/**
 * Counts requests and how long they took, by method, route as it was declared and status: never by
 * what a stranger may choose. Stateless.
 */
final class HttpMeters {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD");

  private HttpMeters() {}

  static void count(Context ctx, float millis, Metrics metrics) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    String method = ctx.req().getMethod();
    Timer.builder("wiredesk.http.requests")
        .description("HTTP requests, from the head in to the answer out")
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("route", endpoint == null ? "none" : endpoint.path)
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(metrics.registry())
        .record(Duration.ofNanos((long) (millis * NANOS_PER_MILLI)));
  }
}
