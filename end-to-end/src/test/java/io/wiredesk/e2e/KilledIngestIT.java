package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ingest killed with SIGKILL at random moments, while it starts, while it works, again and again,
 * while files, mails and pushes go on: each raw record ends in one place, once, and nothing that
 * was acknowledged is missing. {@code -Dwiredesk.kills=50} for the long run, {@code
 * -Dwiredesk.seed=…} to repeat one.
 */
class KilledIngestIT {

  private static final int KILLS = Integer.getInteger("wiredesk.kills", 2);
  private static final long SEED = Long.getLong("wiredesk.seed", new Random().nextLong());
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(9);

  @TempDir Path directory;

  @Test
  void everythingAcknowledgedEndsOnceAcrossKills() throws Exception {
    System.out.printf("%d kills, seed %d (-Dwiredesk.seed=…)%n", KILLS, SEED);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        RegistryServer registry = new RegistryServer(kafka.bootstrapServers(), 0).start();
        MailServer mails = new MailServer();
        IngestProcess ingest =
            new IngestProcess(directory, kafka.bootstrapServers(), registry.url().toString())) {
      createTopics(kafka, registry);
      ingest.feeds(
          """
          feeds:
            - {name: mails, kind: imap, url: "imap://127.0.0.1:%d", allow-private: true, user: %s, password: "${MAIL_PASSWORD}", poll: 200ms}
          """
              .formatted(mails.port(), MailServer.USER),
          Map.of("MAIL_PASSWORD", MailServer.PASSWORD));
      List<Sender> senders = senders(ingest, mails);
      killAgainAndAgain(ingest);
      Elapsed sinceKill = Elapsed.start();
      ingest.start();
      await("ready after the last kill")
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofMinutes(2))
          .until(ingest::isReady);
      System.out.println("ready " + sinceKill + " after the last kill");
      Set<String> acknowledged = new HashSet<>();
      for (Sender sender : senders) {
        sender.close();
        assertThat(sender.acknowledged()).isNotEmpty();
        acknowledged.addAll(sender.acknowledged());
      }
      try (IngestAccount account =
          new IngestAccount(kafka.bootstrapServers(), registry.url().toString())) {
        awaitEnd(account, acknowledged, ingest);
        account.assertEachEndsOnce();
        account.assertOrderPerFeed();
        assertThat(ingest.metric("wiredesk_parse_waiting")).isZero();
        System.out.printf(
            "%,d acknowledged, %,d raw records: %,d items (%,d in takes), %,d duplicates, %,d dead"
                + " letters%n",
            acknowledged.size(),
            account.raw.size(),
            account.items.size(),
            account.items.stream()
                .filter(item -> !item.value().getSource().getJoined().isEmpty())
                .count(),
            account.duplicates.size(),
            account.letters.size());
      }
    }
  }

  /** Each sends over a feed of its own. */
  private List<Sender> senders(IngestProcess ingest, MailServer mails) throws Exception {
    Duration pace = Duration.ofMillis(25);
    List<Sender> senders = new ArrayList<>();
    for (String feed : List.of("files-a", "files-b")) {
      Path folder = directory.resolve("wires").resolve(feed);
      senders.add(new Sender(feed, pace, wires(feed, senders.size()), Sender.files(folder)));
    }
    for (String feed : List.of("pushes-a", "pushes-b")) {
      Sender.Line pushes = Sender.pushes(ingest.url(), feed);
      senders.add(new Sender(feed, pace, wires(feed, senders.size()), pushes));
    }
    Flood flood = new Flood(SEED + senders.size());
    Duration seldom =
        Duration.ofMillis(1_500); // the server in memory is slow with thousands of mails
    senders.add(new Sender("mails", seldom, n -> flood.mail("mails", n), mails.mails()));
    return senders;
  }

  private static IntFunction<Flood.Wire> wires(String feed, int number) {
    Flood flood = new Flood(SEED + number);
    return n -> flood.one(feed, n);
  }

  private static void killAgainAndAgain(IngestProcess ingest) throws Exception {
    Random random = new Random(SEED);
    int ready = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      ingest.start();
      if (kill == 0) {
        await("first start")
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofMinutes(2))
            .until(ingest::isReady);
      }
      ingest.run(Duration.ofMillis(random.nextLong(LONGEST_LIFE.toMillis())));
      ready += ingest.isReady() ? 1 : 0;
      ingest.kill();
    }
    System.out.printf("%d of %d kills hit a ready service%n", ready, KILLS);
  }

  /** As long as records get their end it goes on: how fast is a fact about the machine. */
  static void awaitEnd(IngestAccount account, Set<String> acknowledged, IngestProcess ingest) {
    account.update();
    while (!isComplete(account, acknowledged)) {
      int before = account.ended();
      await("another raw record has its end")
          .dontCatchUncaughtExceptions() // the mail server's threads throw when a reader is killed
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(250))
          .untilAsserted(
              () -> {
                account.update();
                assertThat(account.ended() > before || isComplete(account, acknowledged))
                    .as("%s open of %s", account.open().size(), ingest.log())
                    .isTrue();
              });
    }
  }

  private static boolean isComplete(IngestAccount account, Set<String> acknowledged) {
    return account.open().isEmpty() && account.digests().containsAll(acknowledged);
  }

  /** As an operator would: two partitions, so that a small machine starts soon. */
  static void createTopics(EmbeddedKafka kafka, RegistryServer registry) {
    Map<String, String> given =
        Map.of(
            "kafka.bootstrap.servers", kafka.bootstrapServers(),
            "schema.registry.url", registry.url().toString(),
            "topics.partitions", "2");
    Settings settings =
        Settings.load(IngestSettings.definition(), IngestSettings.SERVICE, given, Map.of());
    new TopicCreator(settings, new Health())
        .ensure(List.of(Topic.RAW, Topic.ITEMS, Topic.DEAD_LETTERS, Topic.DUPLICATES));
  }
}
