package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Promise: every raw record ends in exactly one place, items, a duplicate, or a dead letter with
 * its bytes; nothing is silent.
 */
class EveryRawRecordEndsInOnePlaceTest {

  private final RawReader reader = new RawReader(new WireReader(AllFormats.parsers()));

  @Test
  void allSamplesAreAccountedForThoughEachIsSentTwice() {
    List<RawNews> sent = new ArrayList<>(SampleWires.all());
    sent.addAll(SampleWires.all());
    try (SampleWires wires = new SampleWires()) {
      sent.forEach(wires::send);
      wires.waitForTakes();
      List<NewsItem> items = wires.items();
      List<Duplicate> duplicates = wires.duplicates();
      List<DeadLetter> letters = wires.letters();
      for (int offset = 0; offset < sent.size(); offset++) {
        long at = offset;
        long ends =
            items.stream().mapToLong(item -> parts(item, at)).sum()
                + duplicates.stream().filter(d -> d.getRawOffset() == at).count()
                + letters.stream().filter(l -> l.getOriginOffset() == at).count();
        boolean isRepeated = offset >= sent.size() / 2;
        assertThat(ends)
            .as("%s over %s", sent.get(offset).getSourceName(), sent.get(offset).getFeed())
            .isEqualTo(isRepeated ? 1 : itemsIn(sent.get(offset)));
      }
      assertThat(letters)
          .allMatch(letter -> !letter.getMessage().isBlank())
          .allMatch(letter -> letter.getPayload().remaining() == letter.getSize());
    }
  }

  /** How much of the raw record the item holds: itself, or takes that it was joined from. */
  private static long parts(NewsItem item, long offset) {
    long takes =
        item.getSource().getJoined().stream().filter(j -> j.getRawOffset() == offset).count();
    boolean isOwn = item.getSource().getJoined().isEmpty() && own(item) == offset;
    return isOwn ? 1 : takes;
  }

  private static long own(NewsItem item) {
    return item.getSource().getRawOffset();
  }

  /** Items that the bytes hold; 1 where there are none, for the dead letter that says so. */
  private long itemsIn(RawNews raw) {
    return reader.read(raw, new LogPosition("", -1, -1)) instanceof WireReader.Result.Read read
        ? read.items().size()
        : 1;
  }
}
