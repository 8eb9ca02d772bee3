package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.urgent.OvertakingLog;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  void everyCopyThatGoesAheadEqualsTheItemThatComesWithTheRestOrIsAnUnresolvedKill() {
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
      Set<String> unresolved =
          wires.letters().stream()
              .filter(letter -> letter.getKill() != null)
              .map(letter -> letter.getKill().getUri())
              .collect(Collectors.toSet());
      for (NewsItem copy : ahead) {
        boolean isOpen = unresolved.contains(copy.getUri());
        assertThat(isOpen || rest.stream().anyMatch(item -> isSame(item, copy)))
            .as(copy.getUri() + " version " + copy.getVersion() + " is on news.items")
            .isTrue();
      }
      assertThat(ahead).as("alerts").anyMatch(item -> item.getPubStatus() == PubStatus.USABLE);
      assertThat(ahead).as("kills").anyMatch(item -> item.getPubStatus() == PubStatus.CANCELED);
      assertThat(ahead).as("holds").anyMatch(item -> item.getPubStatus() == PubStatus.WITHHELD);
    }
  }

  @Test
  void whatMayOvertakeComesWithTheRestThoughItSaysNothingNew() {
    try (ParsePipeline line = new ParsePipeline()) {
      for (String minute : List.of("00", "01")) {
        line.send("a", ninjs("urn:alert", minute, "\"urgency\": 1,"));
        line.send("a", ninjs("urn:kill", minute, "\"pubStatus\": \"canceled\","));
        line.send("a", ninjs("urn:plain", minute, ""));
        line.send("a", telex("010" + minute));
      }
      assertThat(line.items())
          .extracting(NewsItem::getUri)
          .filteredOn(uri -> !uri.equals("urn:plain"))
          .hasSize(6);
      assertThat(line.duplicates.readValuesToList())
          .extracting(Duplicate::getUri)
          .as("only what does not overtake")
          .containsExactly("urn:plain");
    }
  }

  private static byte[] ninjs(String uri, String minute, String further) {
    return """
        {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "%s", "version": "1", "type": "text",
         "versionCreated": "2026-03-12T11:%s:00Z", "language": "en", %s
         "headlines": [{"role": "main", "value": "Harbour closes after the storm of the night"}],
         "bodies": [{"role": "main", "contentType": "text/plain",
           "value": "The harbour of Lisbon closed on Monday after a storm in the night, the port office said."}]}
        """
        .formatted(uri, minute, further)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A flash, as a telex line sends it and sends it again under another number. */
  private static byte[] telex(String number) {
    return ("\u0001abc"
            + number
            + " 1 pl 80 test/ferry/"
            + number
            + "\r\n\n\u0002Ferry sinks off Lisbon =\r\n   LISBON, March 12 - A ferry sank on Monday.\r\n\u0003"
            + "121100 mar 26\r\n\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
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
