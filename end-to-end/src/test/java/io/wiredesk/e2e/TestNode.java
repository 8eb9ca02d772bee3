package io.wiredesk.e2e;

import io.wiredesk.cli.node.DataDirectory;
import io.wiredesk.cli.node.Node;
import io.wiredesk.cli.node.NodePorts;
import io.wiredesk.cli.tail.TopicReader;
import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A whole node on free ports, and what its topics hold. Close it with the test. */
final class TestNode implements AutoCloseable {

  private final DataDirectory data;
  private final Node node;
  private final Path wires;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> readers = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private TestNode(Path directory, Clock clock, @Nullable String registry) {
    this.data = DataDirectory.lock(directory);
    this.wires = directory.resolve("wires");
    Map<String, String> quick =
        Map.of(
            "ingest.folder.settle.ms",
            "100",
            "ingest.folder.unfinished.ms",
            "500",
            "topics.partitions",
            "2");
    this.node = Node.start(new Node.Plan(data, wires, new NodePorts(0, 0), registry, quick), clock);
    Awaitility.await("every service is ready")
        .atMost(java.time.Duration.ofMinutes(3))
        .until(() -> node.notReady() == null);
  }

  static TestNode start(Path directory) {
    return new TestNode(directory, Clock.systemUTC(), null);
  }

  static TestNode start(Path directory, Clock clock) {
    return new TestNode(directory, clock, null);
  }

  /** A node that keeps its schemas in a registry outside. */
  static TestNode startWith(String registry, Path directory) {
    return new TestNode(directory, Clock.systemUTC(), registry);
  }

  Node node() {
    return node;
  }

  /** Where the node's clients find broker and registry. */
  Settings settings() {
    return Settings.load(
        CommonSettings.define("test", 0),
        "test",
        Map.of(
            CommonSettings.BOOTSTRAP_SERVERS,
            node.bootstrapServers(),
            CommonSettings.REGISTRY_URL,
            node.registryUrl()),
        Map.of());
  }

  Path wires() {
    return wires;
  }

  /**
   * Everything committed on the topic from its beginning on, growing while the node runs, in order
   * per key.
   */
  <T extends SpecificRecord> List<T> records(Topic topic, Class<T> type) {
    return records(topic.topicName(), type);
  }

  /** The same of a topic by its name: a desk's. */
  <T extends SpecificRecord> List<T> records(String topic, Class<T> type) {
    return records(topic, type::cast);
  }

  /** The same, of each record what is wanted of it: large records need not be kept. */
  <T> List<T> records(String topic, Function<SpecificRecord, T> wanted) {
    List<T> records = new CopyOnWriteArrayList<>();
    Thread thread =
        new Thread(
            () ->
                new TopicReader(new HashMap<>(node.clientConfig()))
                    .read(
                        topic,
                        true,
                        open::get,
                        record -> records.add(wanted.apply(record.value()))),
            "read-" + topic);
    thread.setDaemon(true);
    thread.start();
    readers.add(thread);
    return records;
  }

  HttpResponse<String> push(String feed, byte[] body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(node.ingest().url() + "/feeds/" + feed + "/items"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(node.publish().url() + path)).build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    open.set(false);
    for (Thread reader : readers) {
      try {
        reader.join(3_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    node.close();
    data.close();
  }
}
