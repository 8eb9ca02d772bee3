package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counters of a mixed stream add up, at every moment, and as the topics say. */
class AccountTest {

  private final ParsePipeline pipeline = new ParsePipeline();
  private int received;

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void everythingIsThereAtZeroWhenAFeedIsKnown() {
    new Account(pipeline.metrics).expect("f");
    assertThat(pipeline.metrics.scrape())
        .contains("wiredesk_intake_received_total{feed=\"f\",service=\"ingest\"} 0.0")
        .contains("wiredesk_parse_items_total{feed=\"f\",service=\"ingest\"} 0.0")
        .contains("wiredesk_parse_duplicates_total{feed=\"f\",kind=\"same-bytes\"")
        .contains("wiredesk_parse_waiting{feed=\"f\",service=\"ingest\"} 0.0")
        .contains("wiredesk_dead_letters_total{feed=\"f\",reason=\"MALFORMED\"");
  }

  @Test
  void whatAProgramWroteStraightOntoTheTopicIsInTheAccount() {
    pipeline.sendForeign("k", ninjs("urn:a", "1", "Harbour opens", "The harbour opened."));
    pipeline.sendForeign("k", ninjs("urn:a", "1", "Harbour opens", "The harbour opened."));
    assertThat(pipeline.sum("wiredesk.parse.foreign", "k")).isEqualTo(2);
    assertThat(pipeline.sum("wiredesk.parse.earlier", "k")).isZero();
    assertThat(pipeline.sum("wiredesk.parse.items", "k")).isEqualTo(1);
    assertThat(pipeline.sum("wiredesk.parse.duplicates", "k")).isEqualTo(1);
  }

  @Test
  void whatCameInIsWhatItBecame() {
    send(ninjs("urn:a", "1", "Harbour opens", "The harbour opened."));
    send(ninjs("urn:a", "1", "Harbour opens", "The harbour opened."));
    send(ninjs("urn:a", "1", "Harbour opens ", "The harbour opened."));
    send("{\"uri\": ".getBytes(StandardCharsets.UTF_8));
    send(feed());
    send(ninjs("urn:t1", "1", "River, take 1 of 3", "It fell. (more)"));
    send(ninjs("urn:t2", "1", "River, take 2 of 3", "It rose. (more)"));
    assertThat(pipeline.sum("wiredesk.parse.waiting", "f")).isEqualTo(2);
    send(ninjs("urn:s1", "1", "Lake, take 1 of 2", "It froze. (more)"));
    send(ninjs("urn:s2", "1", "Lake, take 2 of 2", "It thawed."));
    send("KILL: no story of ours =\n\nDo not use it.\n".getBytes(StandardCharsets.UTF_8));
    assertThat(pipeline.sum("wiredesk.parse.joined", "f")).isEqualTo(1);
    assertThat(pipeline.sum("wiredesk.parse.further", "f")).isEqualTo(2);
    assertThat(pipeline.sum("wiredesk.parse.waiting", "f")).isEqualTo(2);
    pipeline.driver.advanceWallClockTime(ParsePipeline.TAKES.plusSeconds(1));
    assertAddsUp();
    assertThat(pipeline.sum("wiredesk.parse.waiting", "f")).isZero();
    pipeline.driver.advanceWallClockTime(Duration.ofSeconds(1));
    send(ninjs("urn:t3", "1", "River, take 3 of 3", "It fell again."));
    assertThat(pipeline.items.readValuesToList())
        .hasSize((int) pipeline.sum("wiredesk.parse.items", "f"));
    assertThat(pipeline.duplicates.readValuesToList())
        .hasSize((int) pipeline.sum("wiredesk.parse.duplicates", "f"));
    assertThat(pipeline.letters.readValuesToList())
        .hasSize((int) pipeline.sum("wiredesk.dead.letters", "f"));
  }

  private void send(byte[] bytes) {
    received++;
    pipeline.send("f", bytes, Map.of());
    assertAddsUp();
  }

  private void assertAddsUp() {
    assertThat(received + sum("wiredesk.parse.further"))
        .isEqualTo(
            sum("wiredesk.parse.items")
                + sum("wiredesk.parse.joined")
                + sum("wiredesk.parse.duplicates")
                + sum("wiredesk.dead.letters")
                + sum("wiredesk.parse.waiting"));
  }

  private double sum(String meter) {
    return pipeline.sum(meter, "f");
  }

  private static byte[] ninjs(String uri, String version, String title, String text) {
    return """
    {"uri": "%s", "version": "%s", "type": "text", "language": "en", "versionCreated": "2026-03-12T11:00:00Z",
     "standard": {"name": "ninjs", "version": "3.1"}, "title": "%s",
     "headlines": [{"role": "main", "value": "Headline"}],
     "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>%s</p>"}]}
    """
        .formatted(uri, version, title, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Three items in one document. */
  private static byte[] feed() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      entries.append(
          "<item><guid>urn:e%d</guid><title>Entry %d of the feed</title><description>Copy %d.</description></item>"
              .formatted(i, i, i));
    }
    return ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>"
            + entries
            + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
