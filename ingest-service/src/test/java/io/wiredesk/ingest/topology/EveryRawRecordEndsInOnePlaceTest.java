package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.wiredesk.ingest.reading.AllFormats;
import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.ingest.reading.WireReader;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Promise: every raw record ends in exactly one place, items, a counted duplicate, or a dead letter
 * with its bytes; nothing is silent.
 */
class EveryRawRecordEndsInOnePlaceTest {

  private static final String UNRESOLVED = "UNRESOLVED_KILL";
  private final RawReader reader = new RawReader(new WireReader(AllFormats.parsers()));

  @Test
  void allSamplesAreAccountedForThoughEachIsSentTwice() {
    try (SampleWires wires = new SampleWires()) {
      List<RawNews> all = SampleWires.all();
      all.forEach(wires::send);
      all.forEach(wires::send);
      List<DeadLetter> letters = wires.letters();
      long unresolved = letters.stream().filter(l -> l.getReason().equals(UNRESOLVED)).count();
      long refused = letters.size() - unresolved;
      long sameBytes = counted(wires, "wiredesk.parse.duplicates", "kind", "same-bytes");

      assertThat(sameBytes).as("each the second time").isGreaterThanOrEqualTo(all.size());
      assertThat(all.stream().distinct().filter(this::isReadable).count() + refused + sameBytes)
          .as("raw records")
          .isEqualTo(2L * all.size());
      assertThat(
              wires.items().size()
                  + counted(wires, "wiredesk.parse.duplicates", "kind", "same-revision")
                  + unresolved)
          .as("items in them")
          .isEqualTo(counted(wires, "wiredesk.parse.items"));
      assertThat(letters)
          .allMatch(letter -> !letter.getMessage().isBlank())
          .allMatch(letter -> letter.getPayload().remaining() == letter.getSize());
    }
  }

  private boolean isReadable(RawNews raw) {
    return reader.read(raw, new LogPosition("", -1, -1)) instanceof WireReader.Result.Read;
  }

  private static long counted(SampleWires wires, String name, String... tags) {
    return (long)
        wires.metrics.registry().find(name).tags(tags).counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }
}
