package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.reading.AllFormats;
import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.ingest.urgent.OvertakingLog;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.RawNews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * What goes ahead is what comes later: a copy under another uri, or with other content, would be
 * out of reach for its own kill.
 */
class UrgentCopiesTest {

  private final List<NewsItem> ahead = new ArrayList<>();
  private int appended;

  @Test
  void everyCopyThatGoesAheadEqualsTheItemThatComesWithTheRest() {
    try (SampleWires wires = new SampleWires()) {
      OvertakingLog door =
          new OvertakingLog(
              memory(), new WireReader(AllFormats.parsers()), 1_000, wires.clock, wires.metrics);
      for (RawNews raw : SampleWires.all()) {
        door.append("news.raw", raw.getFeed(), raw);
        wires.send(raw);
      }
      wires.waitForTakes();
      List<NewsItem> rest = wires.items();
      for (NewsItem copy : ahead) {
        assertThat(rest.stream().anyMatch(item -> isSame(item, copy)))
            .as(copy.getUri() + " version " + copy.getVersion() + " is on news.items")
            .isTrue();
      }
      assertThat(ahead).as("alerts").anyMatch(item -> item.getPubStatus() == PubStatus.USABLE);
      assertThat(ahead).as("kills").anyMatch(item -> item.getPubStatus() == PubStatus.CANCELED);
      assertThat(ahead).as("holds").anyMatch(item -> item.getPubStatus() == PubStatus.WITHHELD);
    }
  }

  @Test
  void anAlertSentAgainUnderAnotherIdentifierStaysTheItemThatIsPublicAlready() {
    try (ParsePipeline line = new ParsePipeline()) {
      line.send("a", alert("urn:alert:1"));
      line.send("a", alert("urn:alert:2"));
      assertThat(line.items())
          .extracting(NewsItem::getUri)
          .containsExactly("urn:alert:1", "urn:alert:2");
    }
  }

  private static byte[] alert(String uri) {
    return """
        {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "%s", "version": "1", "type": "text",
         "versionCreated": "2026-03-12T11:00:00Z", "urgency": 1, "language": "en",
         "headlines": [{"role": "main", "value": "Harbour closes after the storm of the night"}],
         "bodies": [{"role": "main", "contentType": "text/plain",
           "value": "The harbour of Lisbon closed on Monday after a storm in the night, the port office said. It will open on Tuesday."}]}
        """
        .formatted(uri)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same copy over two feeds is one item, with the source of the first. */
  private static boolean isSame(NewsItem item, NewsItem copy) {
    NewsItem likewise = SampleWires.withoutTrail(item);
    boolean sameRaw = item.getSource().getRawOffset() == copy.getSource().getRawOffset();
    likewise.setSource(sameRaw ? item.getSource() : copy.getSource());
    return likewise.equals(SampleWires.withoutTrail(copy));
  }

  private DurableLog memory() {
    return new DurableLog() {
      @Override
      public LogPosition append(String topic, String key, SpecificRecord value) {
        if (value instanceof NewsItem item) {
          ahead.add(item);
          return new LogPosition(topic, 0, ahead.size());
        }
        return new LogPosition(topic, 0, appended++);
      }

      @Override
      public void close() {}
    };
  }
}
