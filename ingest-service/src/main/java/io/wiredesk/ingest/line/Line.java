package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedKind;
import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.feeds.WrongFeed;
import io.wiredesk.ingest.intake.HotFolder;
import io.wiredesk.runtime.net.PrivateAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.jspecify.annotations.Nullable;

/** One feed and its route. Guarded by {@link Lines}. */
final class Line {

  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration UNFINISHED = Duration.ofSeconds(10);
  private static final int STOP_SECONDS = 5;

  private final CamelContext camel;
  private final LineParts parts;
  private final LineState state;
  private volatile FeedSpec spec;
  private volatile @Nullable RouteBuilder route;

  Line(CamelContext camel, FeedSpec spec, LineParts parts) {
    this.camel = camel;
    this.spec = spec;
    this.parts = parts;
    this.state = new LineState(spec.name(), parts.clock(), spec.poll());
  }

  FeedSpec spec() {
    return spec;
  }

  /** Another entry that runs like this one: the profile may differ. */
  void take(FeedSpec same) {
    spec = same;
  }

  /** True where there is nothing to start. */
  boolean runs() {
    return route != null || spec.paused() || !Lines.hasRoute(spec.kind());
  }

  /** Starts the route where it is time; what fails shows in the state. */
  void start() {
    if (runs() || !state.mayTry()) {
      return;
    }
    try {
      if (spec.kind() == FeedKind.CAMEL) {
        check(spec.require(FeedOption.URI));
      }
      route = route();
      camel.addRoutes(route);
    } catch (Exception e) { // Camel declares it; whatever it is, the other feeds go on
      state.failed("does not start: " + Reasons.of(e));
      stop();
    }
  }

  /** Stops the route; what is in hand is finished first. */
  void stop() {
    String id = Lines.routeId(spec.name());
    try {
      if (camel.getRoute(id) != null) {
        var endpoint = camel.getRoute(id).getEndpoint();
        camel.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
        camel.removeRoute(id);
        camel.removeEndpoint(endpoint);
      }
      if (camel instanceof ModelCamelContext model && model.getRouteDefinition(id) != null) {
        model.removeRouteDefinition(model.getRouteDefinition(id)); // of a route that did not start
      }
    } catch (Exception e) { // Camel declares it
      state.note("did not stop: " + Reasons.of(e));
    }
    release();
  }

  /** Gives back what the route held. */
  void release() {
    if (route instanceof PolledAddress polled) {
      polled.close();
    }
    route = null;
  }

  LineView view(Optional<WrongFeed> refusal) {
    String trouble = route instanceof HotFolder folder ? folder.trouble() : "";
    return LineView.of(spec, state.view(), refusal, trouble);
  }

  private RouteBuilder route() throws IOException {
    return switch (spec.kind()) {
      case FOLDER -> folder();
      case SFTP, FTP, FTPS -> new RemoteFiles(spec, state, parts);
      case IMAP, IMAPS -> new Mailbox(spec, state, parts);
      case HTTP, RSS -> new PolledAddress(spec, state, parts);
      case CAMEL -> new AnyEndpoint(spec, state, parts);
      case PUSH -> throw new IllegalStateException("push has no route");
    };
  }

  private RouteBuilder folder() {
    HotFolder.Pace pace =
        new HotFolder.Pace(spec.poll(), spec.time(FeedOption.SETTLE, SETTLE), UNFINISHED);
    HotFolder.Watch watch =
        new HotFolder.Watch(
            Lines.routeId(spec.name()),
            spec.name(),
            new LinePolls(state, null, true),
            new LineFailures(state));
    Path folder = Path.of(spec.require(FeedOption.DIRECTORY));
    return new HotFolder(
        folder, new HotFolder.Means(parts.intake(), parts.marks(), parts.clock()), pace, watch);
  }

  private void check(String uri) throws IOException {
    String host;
    try {
      host = URI.create(uri.replaceAll("\\?.*", "")).getHost();
    } catch (IllegalArgumentException e) {
      return; // not written like an address: nothing that could be looked up
    }
    if (host != null) {
      PrivateAddresses.resolve(host, spec.allowPrivate());
    }
  }
}
