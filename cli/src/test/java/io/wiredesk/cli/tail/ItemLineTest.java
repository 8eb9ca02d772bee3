package io.wiredesk.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.cli.tail.Screen.Look;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class ItemLineTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aLineBeginsWithDateTimeAndZoneOfItsPlaceOnTheLog() {
    assertThat(new ItemLine(Screen.none(), BERLIN).of(raw("a.xml")))
        .isEqualTo("2026-05-01 14:00:00+02:00 npa a.xml 3 bytes 0123456789ab");
    assertThat(new ItemLine(Screen.none(), ZoneId.of("UTC")).of(raw("a.xml")))
        .startsWith("2026-05-01 12:00:00Z npa");
  }

  @Test
  void whatTheWireSaysMovesNoCursor() {
    assertThat(new ItemLine(Screen.none(), BERLIN).of(raw("\u001b[2J\n.xml")))
        .contains("\\u001b[2J\\u000a.xml")
        .doesNotContain("\u001b", "\n");
  }

  @Test
  void aTerminalGetsLinesOfItsWidth() {
    Screen narrow = new Screen(40, false);
    assertThat(new ItemLine(narrow, BERLIN).of(raw("a-long-name-of-a-file.xml")))
        .isEqualTo("2026-05-01 14:00:00+02:00 npa a-long-na…");
    assertThat(narrow.line("", Look.PLAIN, "汉".repeat(30), Look.PLAIN))
        .isEqualTo("汉".repeat(19) + "…");
    assertThat(narrow.line("", Look.PLAIN, "e\u0301".repeat(40), Look.PLAIN)).hasSize(80);
  }

  @Test
  void coloursAreOfTerminalsAndOfThoseWhoWantThem() {
    assertThat(Screen.of(80, null, "xterm").line("a", Look.FAINT, "b", Look.GONE))
        .isEqualTo("\u001b[2ma\u001b[0m\u001b[1;37;41mb\u001b[0m");
    assertThat(Screen.of(80, "1", "xterm").line("a", Look.FAINT, "b", Look.GONE)).isEqualTo("ab");
    assertThat(Screen.of(80, "", "xterm").line("a", Look.FAINT, "b", Look.PLAIN))
        .isEqualTo("\u001b[2ma\u001b[0mb");
    assertThat(Screen.of(80, null, "dumb").line("a", Look.FAINT, "b", Look.GONE)).isEqualTo("ab");
    assertThat(Screen.of(0, null, "xterm").line("a", Look.FAINT, "b", Look.GONE)).isEqualTo("ab");
  }

  private static ConsumerRecord<String, SpecificRecord> raw(String name) {
    RawNews raw =
        RawNews.newBuilder()
            .setFeed("npa")
            .setTransport(Transport.FILE)
            .setSourceName(name)
            .setReceivedAt(Instant.EPOCH)
            .setPayload(ByteBuffer.wrap(new byte[3]))
            .setSha256("0123456789abcdef")
            .build();
    return new ConsumerRecord<>(
        "news.raw",
        0,
        0,
        Instant.parse("2026-05-01T12:00:00Z").toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        "npa",
        raw,
        new RecordHeaders(),
        Optional.empty());
  }
}
