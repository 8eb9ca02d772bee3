package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.WireReader.RawCoordinates;
import io.wiredesk.wire.WireReader.Result;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireReaderTest {

  private static final WireInput INPUT =
      new WireInput(
          "bytes".getBytes(StandardCharsets.UTF_8),
          null,
          "storm.txt",
          Instant.parse("2026-05-04T10:16:00Z"),
          FeedProfile.standard("npa"));

  @Test
  void countsTheItemsOfARecordAndSaysWhereItsBytesAre() {
    WireReader reader =
        new WireReader(
            input ->
                new Parsed.Accepted(
                    WireFormat.NITF,
                    List.of(
                        new WireItem().headline(null, "One"),
                        new WireItem().set(Field.TITLE, "Two", "head/title"))));
    Result.Read read =
        (Result.Read) reader.read(INPUT, new RawCoordinates(Transport.MAIL, "news.raw", 3, 42));
    assertThat(read.items())
        .extracting(item -> item.getSource().getIndexInRaw())
        .containsExactly(0, 1);
    assertThat(read.items()).extracting(NewsItem::getUri).doesNotHaveDuplicates();
    assertThat(read.items().get(0).getSource())
        .matches(source -> source.getRawOffset() == 42 && source.getTransport() == Transport.MAIL)
        .matches(source -> source.getSha256().startsWith("277089d9"));
    assertThat(read.origins().get(1)).containsEntry(Field.TITLE, "head/title");
  }

  @Test
  void handsOnWhyNothingCouldBeRead() {
    Parsed.Rejected rejected = new Parsed.Rejected(null, Parsed.Reason.EMPTY, "no bytes");
    Result result = new WireReader(input -> rejected).read(INPUT, RawCoordinates.none());
    assertThat(result).isEqualTo(new Result.Refused(rejected));
  }
}
