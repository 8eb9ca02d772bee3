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
import io.wiredesk.publish.kill.OpenKills;
import io.wiredesk.publish.mark.MarkBook;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Mark;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

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
  private final MarkBook marks = new MarkBook(1_000);
  private final WrittenLog log = new WrittenLog();
  private final List<LetterRoutes.Found> letters = new CopyOnWriteArrayList<>();
  private long offset;

  PublicSite(int capacity) {
    this(capacity, Clock.fixed(NewsItems.NOON.plus(Duration.ofHours(6)), ZoneOffset.UTC));
  }

  public PublicSite(int capacity, Clock clock) {
    this(capacity, clock, 0);
  }

  /** On a port that is chosen, 0 for any that is free. */
  public PublicSite(int capacity, Clock clock, int port) {
    index = new PublicIndex(capacity, clock);
    stream = new EventStream(index, 3, Duration.ofMillis(200), 100);
    search = SearchIndex.inMemory(clock);
    OrderAccess access = new OrderAccess(new Password(""), "127.0.0.1");
    Settings settings =
        Settings.load(
            PublishSettings.definition(),
            PublishSettings.SERVICE,
            Map.of("publish.http.port", Integer.toString(port)),
            Map.of());
    server =
        HttpServer.start(
            settings,
            PublishSettings.SERVICE,
            new Health(),
            metrics,
            config -> {
              new OrderRoute(access, log, index, clock, () -> true).addTo(config);
              new KillRoutes(access, new OpenKills(new Health())).addTo(config);
              new LetterRoutes(access, new Letters()).addTo(config);
              new MarkRoutes(index, marks, stream, log, clock).addTo(config);
              new ReceiptRoutes(index, new ReceiptBook(capacity), log, clock).addTo(config);
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
    return new StreamFilter(search, null, Set.of(), true);
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

  /** What orders and receipts were written, in their order. */
  public List<SpecificRecord> written() {
    return log.records;
  }

  public int port() {
    return server.port();
  }

  /** A dead letter more, as if it were on its topic. */
  public void put(DeadLetter letter) {
    LogPosition position = new LogPosition(Topic.DEAD_LETTERS.topicName(), 0, letters.size());
    letters.add(new LetterRoutes.Found(position, letter));
  }

  private final class Letters implements LetterRoutes.Records {
    @Override
    public Optional<SpecificRecord> fetch(LogPosition position) {
      return letters.stream()
          .filter(found -> found.position().equals(position))
          .map(LetterRoutes.Found::value)
          .findFirst();
    }

    @Override
    public List<LetterRoutes.Found> newest(Topic topic, int each) {
      return letters;
    }
  }

  /** What is written; marks come back at once, as from their topic. */
  private final class WrittenLog implements DurableLog {
    private final List<SpecificRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public LogPosition append(String topic, String key, @Nullable SpecificRecord value) {
      if (topic.equals(Topic.MARKS.topicName())) {
        marks.put(key, (Mark) value);
      } else {
        records.add(Objects.requireNonNull(value));
      }
      return new LogPosition(topic, 0, records.size() - 1L);
    }

    @Override
    public void close() {}
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
