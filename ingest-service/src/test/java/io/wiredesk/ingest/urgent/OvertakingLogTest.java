package io.wiredesk.ingest.urgent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OvertakingLogTest {

  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

  private final Metrics metrics = new Metrics("ingest");
  private final List<RawNews> raw = new ArrayList<>();
  private final List<NewsItem> ahead = new ArrayList<>();
  private boolean rawIsAway;
  private boolean laneIsAway;
  private Instant now = NOON;

  private final DurableLog memory =
      new DurableLog() {
        @Override
        public LogPosition append(String topic, String key, SpecificRecord value) {
          boolean isRaw = value instanceof RawNews;
          if (isRaw ? rawIsAway : laneIsAway) {
            throw new TimeoutException("broker is away");
          }
          if (value instanceof RawNews news) {
            raw.add(news);
            return new LogPosition(topic, 3, raw.size() + 40);
          }
          assertThat(topic).isEqualTo("news.items.urgent");
          assertThat(key).isEqualTo(((NewsItem) value).getUri());
          ahead.add((NewsItem) value);
          return new LogPosition(topic, 0, ahead.size() - 1L);
        }

        @Override
        public void close() {}
      };

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void anAlertGoesAheadAndKnowsWhereItsBytesLie() {
    LogPosition position = door(5).append("news.raw", "a", raw("a", ninjs("urn:x", 1)));
    assertThat(position).isEqualTo(new LogPosition("news.raw", 3, 41));
    assertThat(ahead).hasSize(1);
    assertThat(ahead.get(0).getUri()).isEqualTo("urn:x");
    assertThat(ahead.get(0).getSource().getRawTopic()).isEqualTo("news.raw");
    assertThat(ahead.get(0).getSource().getRawPartition()).isEqualTo(3);
    assertThat(ahead.get(0).getSource().getRawOffset()).isEqualTo(41);
    assertThat(ahead.get(0).getTrail()).hasSize(2);
  }

  @Test
  void whatIsNotUrgentOrCannotBeReadStaysOnTheLog() {
    OvertakingLog door = door(5);
    door.append("news.raw", "a", raw("a", ninjs("urn:x", 4)));
    door.append("news.raw", "a", raw("a", "{\"uri\": \"urn:"));
    door.append("news.raw", "a", raw("a", "x".repeat(OvertakingLog.MOST_BYTES + 1)));
    assertThat(raw).hasSize(3);
    assertThat(ahead).isEmpty();
  }

  @Test
  void nothingGoesAheadOfWhatIsNotDurable() {
    rawIsAway = true;
    assertThatThrownBy(() -> door(5).append("news.raw", "a", raw("a", ninjs("urn:x", 1))))
        .isInstanceOf(TimeoutException.class);
    assertThat(ahead).isEmpty();
  }

  @Test
  void whatIsDurableIsTakenThoughItsCopyFails() {
    laneIsAway = true;
    LogPosition position = door(5).append("news.raw", "a", raw("a", ninjs("urn:x", 1)));
    assertThat(position.offset()).isEqualTo(41);
    assertThat(counted("failed")).isEqualTo(1);
  }

  @Test
  void whatIsDurableIsTakenThoughAParserHasABug() {
    WireParser buggy =
        input -> {
          throw new IllegalStateException("bug");
        };
    new OvertakingLog(memory, new WireReader(buggy), 5, clock(), metrics)
        .append("news.raw", "a", raw("a", ninjs("urn:x", 1)));
    assertThat(raw).hasSize(1);
    assertThat(counted("failed")).isEqualTo(1);
  }

  @Test
  void aFeedThatCallsEverythingUrgentUsesUpItsOwnAllowanceAlone() {
    OvertakingLog door = door(1);
    for (int i = 0; i < 50; i++) {
      door.append("news.raw", "loud", raw("loud", ninjs("urn:loud:" + i, 1)));
    }
    door.append("news.raw", "quiet", raw("quiet", ninjs("urn:quiet", 1)));
    assertThat(ahead).hasSize(20 + 1);
    assertThat(raw).hasSize(51);
    assertThat(counted("over")).isEqualTo(30);
    now = now.plus(Duration.ofSeconds(3));
    for (int i = 50; i < 60; i++) {
      door.append("news.raw", "loud", raw("loud", ninjs("urn:loud:" + i, 1)));
    }
    assertThat(ahead).hasSize(20 + 1 + 3);
  }

  @Test
  void nothingOvertakesWhereTheAllowanceIsNothing() {
    door(0).append("news.raw", "a", raw("a", ninjs("urn:x", 1)));
    assertThat(ahead).isEmpty();
  }

  private OvertakingLog door(int perSecond) {
    return new OvertakingLog(
        memory, new WireReader(AllFormats.parsers()), perSecond, clock(), metrics);
  }

  /** Shows whatever {@code now} says. */
  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private double counted(String outcome) {
    return metrics
        .registry()
        .get("wiredesk.intake.urgent")
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private static RawNews raw(String feed, String bytes) {
    return RawNews.newBuilder()
        .setFeed(feed)
        .setTransport(Transport.HTTP_PUSH)
        .setReceivedAt(NOON)
        .setSha256("00")
        .setPayload(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static String ninjs(String uri, int urgency) {
    return """
        {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "%s", "version": "1", "type": "text",
         "versionCreated": "2026-03-12T11:00:00Z", "urgency": %d,
         "headlines": [{"role": "main", "value": "Harbour closes"}],
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "The harbour closed on Monday."}]}
        """
        .formatted(uri, urgency);
  }
}
