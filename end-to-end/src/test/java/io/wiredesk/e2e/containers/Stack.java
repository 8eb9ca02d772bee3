package io.wiredesk.e2e.containers;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A running stack as seen from outside: its compose project, hot folder, topics and HTTP ports.
 * Closing removes it with its volumes. One thread.
 *
 * @param ports by variable of {@code .env}
 */
record Stack(Compose compose, WireFolder wires, TopicReader topics, Map<String, String> ports)
    implements AutoCloseable {

  /** A place on {@code news.raw}. */
  private record Place(int partition, long offset) {}

  /** What became of everything on {@code news.raw}. */
  record Account(int raw, int items, int letters, int duplicates) {

    /** Every raw record has its end. */
    boolean addsUp() {
      return raw == items + letters + duplicates;
    }
  }

  /** The stack of a compose file, not started, with ports of its own. */
  static Stack of(String file, String project, Path folder, List<String> brokerPorts) {
    Set<String> variables =
        new HashSet<>(
            List.of(
                "REGISTRY_PORT",
                "INGEST_PORT",
                "ENRICH_PORT",
                "PUBLISH_PORT",
                "INGEST_2_PORT",
                "ENRICH_2_PORT",
                "PUBLISH_2_PORT"));
    variables.addAll(brokerPorts);
    Map<String, String> ports = Ports.free(List.copyOf(variables));
    Map<String, String> environment = new HashMap<>(ports);
    environment.put("WIRES_DIR", folder.toString());
    environment.put("WIREDESK_UID", "1000");
    String brokers =
        brokerPorts.stream().map(p -> "localhost:" + ports.get(p)).collect(Collectors.joining(","));
    Compose compose = Compose.of(file, project, environment);
    compose.close(); // what an interrupted run left
    return new Stack(
        compose,
        WireFolder.in(folder),
        new TopicReader(
            brokers, "http://localhost:" + ports.get("REGISTRY_PORT") + Repository.registryPath()),
        ports);
  }

  /** URL of a service by its port's variable. */
  String url(String portVariable, String path) {
    return "http://localhost:" + ports.get(portVariable) + path;
  }

  /** Uris on {@code news.published}. */
  Set<String> published() {
    return topics.<PublishedItem>values(Topic.PUBLISHED).stream()
        .map(PublishedItem::getUri)
        .collect(Collectors.toSet());
  }

  /** Counts raw records by where they ended, as the topics say. */
  Account account() {
    List<ConsumerRecord<String, RawNews>> raw = topics.all(Topic.RAW);
    Set<Place> items =
        topics.<NewsItem>values(Topic.ITEMS).stream()
            .flatMap(item -> places(item.getSource()))
            .collect(Collectors.toSet());
    Set<Place> letters =
        topics.<DeadLetter>values(Topic.DEAD_LETTERS).stream()
            .filter(letter -> Topic.RAW.topicName().equals(letter.getOriginTopic()))
            .map(letter -> new Place(letter.getOriginPartition(), letter.getOriginOffset()))
            .collect(Collectors.toSet());
    Set<Place> duplicates =
        topics.<Duplicate>values(Topic.DUPLICATES).stream()
            .map(d -> new Place(d.getRawPartition(), d.getRawOffset()))
            .filter(place -> !items.contains(place)) // one item of several
            .collect(Collectors.toSet());
    return new Account(raw.size(), items.size(), letters.size(), duplicates.size());
  }

  /** Raw records that an item was made of. */
  private static Stream<Place> places(Source source) {
    return Stream.concat(
        Stream.of(new Place(source.getRawPartition(), source.getRawOffset())),
        source.getJoined().stream()
            .map(take -> new Place(take.getRawPartition(), take.getRawOffset())));
  }

  @Override
  public void close() {
    compose.close();
  }
}
