package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.desk.DeskCommands;
import io.wiredesk.cli.desk.DeskTry;
import io.wiredesk.cli.tail.TailCommand;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Desks on a real broker: topics, a file that changes while items flow, and the command line. */
final class DesksIT {

  private static final Duration ANSWER_IS_GOOD = Duration.ofSeconds(6);

  @TempDir Path directory;
  private PublishBench bench;

  @BeforeEach
  void start() throws java.io.IOException {
    desks("desks: [{name: ferries, query: 'text:ferry'}]");
    bench =
        new PublishBench(
            directory,
            Map.of(
                "publish.desks.file",
                directory.resolve("desks.yml").toString(),
                "publish.desks.interval.ms",
                "100"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void fileThatChangesCountsForTheNextItemsAndLosesNothing() throws Exception {
    bench.send(item("urn:e2e:a", 1).build());
    await()
        .atMost(PublishBench.SOON)
        .until(() -> states("ferries").equals(List.of(PublicState.PUBLISHED)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bench.bootstrapServers()))) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "news.desk.ferries");
      var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("retention.ms").value())
          .isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
    }

    desks("desks: [{name: ferries, query: 'text:('}, {name: coast, query: 'text:coast*'}]");
    await()
        .atMost(PublishBench.SOON)
        .until(() -> bench.get("/desks").contains("\"name\":\"coast\""));
    assertThat(bench.get("/desks"))
        .contains("\"state\":\"running as before\"")
        .contains("line 1: At character 6: the query ends too early");
    assertThat(bench.get("/health/ready")).contains("the query ends too early").contains("\"up\"");
    bench.send(item("urn:e2e:a", 2).setText("The ferry sank off the coast.").build());
    await()
        .atMost(PublishBench.SOON)
        .until(() -> states("coast").equals(List.of(PublicState.PUBLISHED)));
    await().atMost(PublishBench.SOON).until(() -> states("ferries").size() == 2);

    desks("desks: [{name: coast, query: 'text:coast*'}]");
    await()
        .atMost(PublishBench.SOON)
        .until(
            () ->
                states("ferries")
                    .equals(
                        List.of(PublicState.PUBLISHED, PublicState.PUBLISHED, PublicState.LEFT)));
    assertThat(bench.get("/health/ready")).doesNotContain("warnings");

    bench.stopService();
    Files.writeString(directory.resolve("desks.yml"), "desks: [");
    bench.startService();
    bench.send(
        item("urn:e2e:a", 3).setSignal(Signal.CANCEL).setPubStatus(PubStatus.CANCELED).build());
    await().atMost(PublishBench.SOON).until(() -> states("coast").contains(PublicState.CANCELED));
    await().atMost(PublishBench.SOON).until(() -> states("ferries").contains(PublicState.CANCELED));
    assertThat(bench.desk("ferries").toString())
        .doesNotContain("\"state\": \"CANCELED\", \"reason\": null");
    assertThat(bench.get("/health/ready")).contains("Not YAML").contains("\"up\"");
  }

  @Test
  void topicThatAnOperatorDeletedWithItsDeskStopsNothing() throws Exception {
    bench.send(item("urn:e2e:a", 1).build());
    await().atMost(PublishBench.SOON).until(() -> states("ferries").size() == 1);
    desks("desks: [{name: others, query: 'text:nothing'}]");
    await().atMost(PublishBench.SOON).until(() -> states("ferries").contains(PublicState.LEFT));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bench.bootstrapServers()))) {
      admin.deleteTopics(List.of("news.desk.ferries")).all().get();
    }
    await()
        .pollDelay(ANSWER_IS_GOOD)
        .atMost(PublishBench.SOON)
        .until(() -> true); // what it knew of topics
    bench.send(
        item("urn:e2e:a", 2).setSignal(Signal.CANCEL).setPubStatus(PubStatus.CANCELED).build());
    await()
        .atMost(PublishBench.SOON)
        .until(() -> bench.get("/items/urn:e2e:a").contains("CANCELED"));
    assertThat(bench.get("/metrics")).contains("publish_desks_without_topic_total");
  }

  @Test
  void commandLineListsTriesAndTails() throws Exception {
    bench.send(item("urn:e2e:a", 1).build());
    bench.send(item("urn:e2e:b", 1).setText("A train left.").build());
    bench.send(item("urn:e2e:c", 1).build());
    bench.send(item("urn:e2e:c", 2).setText("A train, not a ferry boat, left.").build());
    await().atMost(PublishBench.SOON).until(() -> states("ferries").size() == 3);
    await()
        .atMost(PublishBench.SOON)
        .until(() -> bench.get("/desks/ferries/items").contains("urn:e2e:c"));

    Run list = run(new DeskCommands(), "list", "--url", bench.service().url());
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.out()).contains("ferries").contains("2 items").contains("text:ferry");

    Run found = run(new DeskTry(), broker("text:train"));
    assertThat(found.out().lines()).hasSize(2).allMatch(line -> line.contains("e2e"));
    assertThat(found.err()).contains("2 items match");
    assertThat(run(new DeskTry(), broker("text:train", "--limit", "1")).out().lines()).hasSize(1);
    assertThat(run(new DeskTry(), broker("text:train", "--since", "2030-01-01")).out()).isEmpty();
    Run wrong = run(new DeskTry(), broker("sections:sport"));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("there is no field sections; section?").hasLineCount(1);

    String tail = tail("--desk", "ferries", "--from-beginning", "--limit", "3");
    assertThat(tail.lines()).hasSize(3).allMatch(line -> line.contains("AGY"));
    assertThat(bench.get("/desks/none")).contains("There is no such desk");
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed.getErr().println(e.getMessage());
          return e instanceof SettingsException ? 2 : 1;
        });
    return new Run(line.execute(arguments), out.toString(), err.toString());
  }

  private String tail(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      new CommandLine(new TailCommand()).execute(broker(arguments));
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String[] broker(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap", bench.bootstrapServers(), "--registry", bench.registryUrl()));
    return all.toArray(String[]::new);
  }

  private List<PublicState> states(String desk) {
    return bench.desk(desk).stream().map(PublishedItem::getState).toList();
  }

  private void desks(String text) throws java.io.IOException {
    Files.writeString(directory.resolve("desks.yml"), text);
  }

  private static NewsItem.Builder item(String uri, int version) {
    return PublishBench.item(uri, version, "Headline of e2e " + uri, "The ferry sank.");
  }
}
