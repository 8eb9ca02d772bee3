package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final String SHA = "ab".repeat(32);

  @Test
  void aRawRecordIsAnEventOfItsFeed() {
    Headers headers = of(Topic.RAW.topicName(), raw());
    assertThat(text(headers, "content-type")).isEqualTo("application/avro");
    assertThat(text(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(text(headers, "ce_type")).isEqualTo("io.wiredesk.news.raw");
    assertThat(text(headers, "ce_source")).isEqualTo("/wiredesk/feeds/d%C3%A4ily");
    assertThat(text(headers, "ce_id")).isEqualTo(SHA + "-" + NOON.toEpochMilli());
    assertThat(text(headers, "ce_time")).isEqualTo("2026-05-01T12:00:00Z");
    assertThat(text(headers, "ce_subject")).isEqualTo("däily");
    assertThat(text(headers, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void aStoryIsOfOneTraceFromIntakeToTheDesksAlsoWithoutHeadersBetween() {
    String trace = text(of(Topic.RAW.topicName(), raw()), "traceparent");
    for (Topic topic : List.of(Topic.ITEMS, Topic.ENRICHED, Topic.ITEMS_URGENT)) {
      assertThat(text(of(topic.topicName(), item()), "traceparent")).isEqualTo(trace);
    }
    assertThat(text(of(Topic.PUBLISHED.topicName(), published()), "traceparent")).isEqualTo(trace);
    Headers desk = of(Topic.DESK_PREFIX + "sport", published());
    assertThat(text(desk, "traceparent")).isEqualTo(trace);
    assertThat(text(desk, "ce_type")).isEqualTo("io.wiredesk.news.desk");
    assertThat(text(desk, "ce_id")).isEqualTo("urn:a#7");
  }

  @Test
  void aTraceThatIsThereStaysAndTheRestIsOfTheRecordItself() {
    String foreign = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    Headers headers = of(Topic.RAW.topicName(), raw());
    headers.remove("traceparent").add("traceparent", foreign.getBytes(StandardCharsets.UTF_8));
    EventHeaders.set(headers, Topic.ITEMS.topicName(), item());
    assertThat(text(headers, "traceparent")).isEqualTo(foreign);
    assertThat(text(headers, "ce_type")).isEqualTo("io.wiredesk.news.items");
    List<Header> all = new ArrayList<>();
    headers.headers("ce_id").forEach(all::add);
    assertThat(all).hasSize(1);
  }

  @Test
  void whatIsNoTraceIsReplaced() {
    Headers headers = new RecordHeaders();
    headers.add("traceparent", ("00-" + "0".repeat(32) + "-b7ad6b7169203331-00").getBytes());
    EventHeaders.set(headers, Topic.RAW.topicName(), raw());
    assertThat(text(headers, "traceparent"))
        .isEqualTo(text(of(Topic.RAW.topicName(), raw()), "traceparent"));
  }

  @Test
  void aRecordThatIsWrittenAgainHasTheSameHeaders() {
    assertThat(of(Topic.ITEMS.topicName(), item())).isEqualTo(of(Topic.ITEMS.topicName(), item()));
  }

  @Test
  void changelogsAndTopicsBetweenTwoStepsHaveNone() {
    assertThat(of("wiredesk-publish-gate-states-changelog", item())).isEmpty();
    assertThat(of("wiredesk-ingest-items-by-uri-repartition", item())).isEmpty();
    assertThat(of(Topic.PUBLISHED.topicName(), null)).isEmpty();
  }

  @Test
  void aDeadLetterSaysWhereItsRecordLies() {
    DeadLetter letter =
        new DeadLetters(Stage.PARSE, Clock.fixed(NOON, ZoneOffset.UTC), "1")
            .of("MALFORMED", "No.", new DeadLetters.Origin("news.raw", 3, 42), new byte[] {1});
    Headers headers = of(Topic.DEAD_LETTERS.topicName(), letter);
    assertThat(text(headers, "ce_id")).isEqualTo("news.raw-3-42-MALFORMED");
    assertThat(text(headers, "ce_source")).isEqualTo("/wiredesk");
  }

  @Test
  void recordsOfProgramsThatWriteByThemselvesAreToldApart() {
    assertThat(EventHeaders.areOurs(of(Topic.RAW.topicName(), raw()))).isTrue();
    assertThat(EventHeaders.areOurs(new RecordHeaders())).isFalse();
    Headers foreign = new RecordHeaders();
    foreign.add("ce_source", "/agency".getBytes(StandardCharsets.UTF_8));
    assertThat(EventHeaders.areOurs(foreign)).isFalse();
  }

  private static Headers of(String topic, Object value) {
    Headers headers = new RecordHeaders();
    EventHeaders.set(headers, topic, value);
    return headers;
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static RawNews raw() {
    return RawNews.newBuilder()
        .setFeed("däily")
        .setTransport(Transport.FILE)
        .setReceivedAt(NOON)
        .setSha256(SHA)
        .setPayload(ByteBuffer.wrap(new byte[] {1}))
        .build();
  }

  private static NewsItem item() {
    return NewsItem.newBuilder()
        .setUri("urn:a")
        .setRevision(3)
        .setVersionCreated(NOON)
        .setSource(
            Source.newBuilder()
                .setFeed("däily")
                .setTransport(Transport.FILE)
                .setFormat("NITF")
                .setReceivedAt(NOON)
                .setSha256(SHA)
                .build())
        .build();
  }

  private static PublishedItem published() {
    return PublishedItem.newBuilder()
        .setUri("urn:a")
        .setState(PublicState.values()[0])
        .setItem(item())
        .setSequence(7)
        .setReleasedAt(NOON)
        .build();
  }
}
