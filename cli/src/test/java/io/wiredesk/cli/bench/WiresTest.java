package io.wiredesk.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiresTest {

  @ParameterizedTest
  @CsvSource({"ninjs,ninjs", "nitf,nitf", "g2,newsml-g2", "7901,iptc7901"})
  void theReadersTakeEveryFormatForWhatItIs(String name, String format) {
    Wires wires = new Wires("run", Mix.parse(name + "=1,coded=50%,urgent=20%,words=80"), 7);
    for (int i = 0; i < 20; i++) {
      Wire wire = wires.next();
      Parsed parsed =
          AllFormats.parsers()
              .parse(
                  new WireInput(
                      wire.bytes(), null, null, Instant.EPOCH, FeedProfile.standard("bench")));
      assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
      Parsed.Accepted accepted = (Parsed.Accepted) parsed;
      assertThat(accepted.format().id().replace("_", "").replace("iptc-7901", "iptc7901"))
          .isEqualTo(format);
      assertThat(accepted.items()).hasSize(1).first().isInstanceOf(WireItem.class);
    }
  }

  @Test
  void theSameSeedWritesTheSameBytes() {
    Mix mix = Mix.parse(Mix.STANDARD);
    Wires one = new Wires("run", mix, 3);
    Wires other = new Wires("run", mix, 3);

    for (int i = 0; i < 300; i++) {
      assertThat(one.next().bytes()).isEqualTo(other.next().bytes());
    }
  }

  @Test
  void everyWireButARepetitionHasBytesOfItsOwn() {
    Wires wires =
        new Wires("run", Mix.parse("ninjs=1,nitf=1,updates=30%,duplicates=20%,words=40"), 5);
    Set<String> digests = new HashSet<>();
    List<Wire.Kind> kinds = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Wire wire = wires.next();
      kinds.add(wire.kind());
      assertThat(digests.add(wire.digest())).isEqualTo(wire.kind() != Wire.Kind.DUPLICATE);
    }
    assertThat(kinds).contains(Wire.Kind.UPDATE, Wire.Kind.DUPLICATE, Wire.Kind.ITEM);
  }
}
