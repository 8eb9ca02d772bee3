package io.wiredesk.publish.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.PublishSettings;
import io.wiredesk.publish.console.ConsoleRoutes;
import io.wiredesk.publish.desk.Desks;
import io.wiredesk.publish.feed.EventStream;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.feed.StreamFilter;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** The HTTP side over an index that the test fills; by default at noon plus six hours. */
public final class PublicSite implements AutoCloseable {

  final PublicIndex index;
  final EventStream stream;
  final SearchIndex search;
  final Desks desks = new Desks();
  final HttpClient client = HttpClient.newHttpClient();
  private final ItemJson json = new ItemJson();
  private final Metrics metrics = new Metrics("publish");
  private final HttpServer server;
  private long offset;

  PublicSite(int capacity) {
    this(capacity, Clock.fixed(NewsItems.NOON.plus(Duration.ofHours(6)), ZoneOffset.UTC));
  }

  public PublicSite(int capacity, Clock clock) {
    index = new PublicIndex(capacity, clock);
    stream = new EventStream(index, 3, Duration.ofMillis(200), 100);
    search = SearchIndex.inMemory(clock);
    Settings settings =
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of("publish.http.port", "0"),
            Map.of());
    server =
        HttpServer.start(
            settings,
            PublishSettings.SERVICE,
            new Health(),
            metrics,
            config -> {
              OutputRoutes outputs = new OutputRoutes(search, clock);
              new ItemRoutes(search, json, outputs).addTo(config);
              outputs.addTo(config);
              new SearchRoutes(search, json, clock).addTo(config);
              new DeskRoutes(desks, index, json, outputs).addTo(config);
              new StreamRoute(index, search, stream).addTo(config);
              new ConsoleRoutes().addTo(config);
            });
  }

  public PublicSite put(PublishedItem item) {
    Shown shown = json.show(item, 0, offset++);
    search.put(item, shown);
    index.put(shown);
    return this;
  }

  public PublicSite ready() {
    index.caughtUp();
    search.caughtUp();
    return this;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(10));
  }

  public String url() {
    return server.url();
  }

  /** What a reader of the stream without parameters wants. */
  public StreamFilter everything() {
    return new StreamFilter(search, null, Set.of());
  }

  public EventStream stream() {
    return stream;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    search.refresh();
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get(path).body());
  }

  @Override
  public void close() {
    stream.close();
    server.close();
    desks.close();
    search.close();
    metrics.close();
  }
}
