package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CopyLinesTest {

  private static final String[] PIECES = {
    "By",
    "von",
    "Par",
    "Di",
    "Door",
    "Av",
    "Af",
    "De nuestro",
    "Eds",
    "EDITOR'S NOTE",
    "embargo",
    "Sperrfrist",
    "HOLD FOR",
    "for release",
    "nota a los editores",
    "Achtung",
    "Isla Drever",
    "ISLA DREVER",
    "Drever",
    "(AP)",
    "(",
    "/",
    "XMP",
    ":",
    " _ ",
    "-",
    " ",
    " ",
    "\t",
    "\u2003",
    "\u00e9"
  };

  @Property(tries = 10_000)
  void looksForNotesAndBylinesWhereTheyMayBe(@ForAll("made") String line) {
    assertThat(CopyLines.isNote(line)).isEqualTo(CopyLines.NOTE.matcher(line.strip()).matches());
    assertThat(CopyLines.isByline(line))
        .isEqualTo(line.length() <= 110 && CopyLines.BYLINE.matcher(line.strip()).matches());
  }

  @Test
  void findsWhereATextMaySayThatItIsNotPublic() {
    assertThat(NonPublicLine.first("a fine public REPUBLIC, not for publication")).isEqualTo(9);
    assertThat(NonPublicLine.first("NICHT ZUR VER\u00d6FFENTLICHUNG, public")).isEqualTo(15);
    assertThat(NonPublicLine.first("blind, bless, often")).isEqualTo(-1);
  }

  @Provide
  Arbitrary<String> made() {
    return Pieces.joined(6, PIECES);
  }
}
