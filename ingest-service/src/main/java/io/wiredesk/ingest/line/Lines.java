package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedKind;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.feeds.FeedsDocument;
import io.wiredesk.ingest.feeds.WrongFeed;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.profile.FeedProfiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds that run. A new document is applied as the difference: a feed whose entry is the same
 * goes on untouched, one whose new entry is wrong goes on as it was, one that does not start is
 * tried again. Thread-safe; close it with the service.
 */
public final class Lines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
  private static final int STOP_SECONDS = 5;

  private final LineParts parts;
  private final FeedProfiles profiles;
  private final CamelContext camel = new DefaultCamelContext();
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /** The same, for those who must not wait while a line stops. */
  private volatile Map<String, Line> shown = Map.of();

  private volatile List<WrongFeed> wrong = List.of();
  private volatile Map<String, FeedSpec> specs = Map.of();

  /** False while no text of the file could be read at all. */
  private volatile boolean known = true;

  public Lines(LineParts parts, FeedProfiles profiles) {
    this.parts = parts;
    this.profiles = profiles;
    camel.setStreamCaching(false); // bodies are read once, with a bound
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    camel.start();
  }

  static String routeId(String feed) {
    return "feed-" + feed;
  }

  /** Knows the entries, their keys and profiles, and starts nothing yet. */
  public synchronized void know(FeedsDocument document) {
    wrong = document.wrong();
    known = document.readable();
    know(document.feeds());
  }

  /** Makes what runs what the document says. */
  public synchronized void apply(FeedsDocument document) {
    for (WrongFeed entry : document.wrong()) {
      if (!wrong.contains(entry)) {
        LOG.error("feeds.yml, {}", entry);
      }
    }
    wrong = document.wrong();
    if (document.readable()) {
      known = true;
      Map<String, FeedSpec> wanted = new LinkedHashMap<>();
      document.feeds().forEach(spec -> wanted.put(spec.name(), spec));
      List.copyOf(lines.values()).stream()
          .filter(line -> !wanted.containsKey(line.spec().name()) && !isWrong(line.spec().name()))
          .forEach(this::remove);
      wanted.values().forEach(this::put);
      know(lines.values().stream().map(Line::spec).toList());
    }
  }

  /** Starts what could not be started before, where it is time. */
  public synchronized void retry() {
    lines.values().stream().filter(line -> !line.runs()).forEach(Line::start);
  }

  /** The entry of a feed that is right. */
  public Optional<FeedSpec> spec(String feed) {
    return Optional.ofNullable(specs.get(feed));
  }

  /**
   * Why nobody may push to a feed: what the file says of it, a key perhaps, is not known. Empty
   * where the file is right about it, or says nothing.
   */
  public Optional<String> closed(String feed) {
    if (specs.containsKey(feed)) {
      return Optional.empty();
    }
    return wrong.stream()
        .filter(entry -> entry.name().equals(feed) || !known)
        .map(WrongFeed::toString)
        .findFirst();
  }

  /** Every feed of the file with its state, the refused ones too; waits for nothing. */
  public List<LineView> views() {
    Map<String, Line> known = shown;
    List<LineView> views = new ArrayList<>();
    known.values().forEach(line -> views.add(line.view(refusal(line.spec().name()))));
    wrong.stream()
        .filter(entry -> !known.containsKey(entry.name()))
        .forEach(entry -> views.add(LineView.refused(entry)));
    return views;
  }

  @Override
  public synchronized void close() {
    camel.stop();
    lines.values().forEach(Line::release);
    lines.clear();
  }

  private void put(FeedSpec spec) {
    Line running = lines.get(spec.name());
    if (running != null && running.spec().runsLike(spec)) {
      running.take(spec);
      return;
    }
    if (running != null) {
      running.stop();
    }
    Line line = new Line(camel, spec, parts);
    lines.put(spec.name(), line);
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    LOG.info("Feed {} {}", spec, spec.paused() ? "is paused" : "starts");
    line.start();
  }

  private void remove(Line line) {
    LOG.info("Feed {} is no longer in feeds.yml and stops", line.spec());
    line.stop();
    lines.remove(line.spec().name());
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  private void know(List<FeedSpec> entries) {
    Map<String, FeedSpec> known = new LinkedHashMap<>();
    Map<String, FeedProfile> ofProviders = new LinkedHashMap<>();
    for (FeedSpec spec : entries) {
      known.put(spec.name(), spec);
      ofProviders.put(spec.name(), spec.profile());
    }
    specs = known;
    profiles.know(ofProviders);
  }

  private boolean isWrong(String feed) {
    return wrong.stream().anyMatch(entry -> entry.name().equals(feed));
  }

  private Optional<WrongFeed> refusal(String feed) {
    return wrong.stream().filter(entry -> entry.name().equals(feed)).findFirst();
  }

  /** True for a kind that has a route. */
  static boolean hasRoute(FeedKind kind) {
    return kind != FeedKind.PUSH;
  }
}
