package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyItemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\": \"urn:x:1\", \"version\": \"1\", \"versioncreated\": \"2026-03-10T08:00:00Z\"}",
        "<rss version=\"2.0\"><channel><title>Site</title><item><guid>a</guid></item></channel></rss>",
        "<nitf><head><docdata><doc-id id-string=\"n\"/></docdata></head><body/></nitf>"
      })
  void anItemThatSaysNothingIsADeadLetter(String wire) {
    WireReader.Result result =
        WireReader.ofAllFormats().read(wire.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    assertThat(result).isInstanceOf(WireReader.Result.Refused.class);
    assertThat(((WireReader.Result.Refused) result).rejection().reason())
        .isIn(Parsed.Reason.EMPTY, Parsed.Reason.NO_ITEM);
  }

  @Test
  void whatTakesAnItemBackNeedsNoText() {
    assertThat(EmptyItems.isEmpty(new WireItem())).isTrue();
    assertThat(EmptyItems.isEmpty(new WireItem().pubStatus(PubStatus.CANCELED, "status")))
        .isFalse();
    assertThat(EmptyItems.isEmpty(new WireItem().pubStatus(PubStatus.WITHHELD, "status")))
        .isFalse();
    assertThat(EmptyItems.isEmpty(new WireItem().signal(Signal.CANCEL, "signal"))).isFalse();
    WireItem kill = new WireItem();
    kill.actsOn.add("urn:x:2");
    assertThat(EmptyItems.isEmpty(kill)).isFalse();
  }

  @Test
  void emptyEntriesBesideOthersAreLeftOutAndSaid() {
    WireItem full = new WireItem().headline("main", "Quay opens");
    assertThat(EmptyItems.leftOut(List.of(new WireItem(), full))).containsExactly(full);
    assertThat(full.repairs).singleElement().asString().startsWith("1 entries beside it");
  }
}
