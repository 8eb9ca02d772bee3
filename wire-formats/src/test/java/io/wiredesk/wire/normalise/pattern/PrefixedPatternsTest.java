package io.wiredesk.wire.normalise.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrefixedPatternsTest {

  private static final int ANY_CASE =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** The kinds of beginnings that the tables have. */
  private static final List<Pattern> ALL =
      List.of(
          Pattern.compile(
              "[\\s*(]*(?:(?:eds?|editors?)\\b['’:., -]{0,3})?(?:kill|test\\W*$)", ANY_CASE),
          Pattern.compile("(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd)[ -]?add)(?![\\p{L}\\d])", ANY_CASE),
          Pattern.compile("(?<![\\p{L}\\d])(?:\\d{0,2}[ -]?write-?thru)(?![\\p{L}\\d])", ANY_CASE),
          Pattern.compile("[«“]*(?:À ANNULER|ANNUL[EÉ]E?)(?:\\s*:|-(?=\\p{Lu}))"),
          Pattern.compile("(?:embargo|sperrfrist)(?! (?:on|für))\\b", ANY_CASE),
          Pattern.compile("^\\s*(?:ad|a)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          Pattern.compile("\\p{L}{2} ?\\d", ANY_CASE));

  private final PrefixedPatterns patterns = new PrefixedPatterns(ALL);

  @Property(tries = 3_000)
  void noPatternThatMatchesAtTheStartIsLeftOut(@ForAll("texts") String text) {
    BitSet may = patterns.thatMayStart(text);
    boolean any = false;
    for (int i = 0; i < ALL.size(); i++) {
      boolean starts = ALL.get(i).matcher(text).lookingAt();
      any |= starts;
      assertThat(may.get(i) || !starts).as("%s in %s", ALL.get(i), text).isTrue();
    }
    assertThat(patterns.startOf(text)).isEqualTo(any);
  }

  @Property(tries = 3_000)
  void noPatternThatMatchesAnywhereIsLeftOut(@ForAll("texts") String text) {
    BitSet may = patterns.thatMayOccurIn(text);
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(may.get(i) || !ALL.get(i).matcher(text).find())
          .as("%s in %s", ALL.get(i), text)
          .isTrue();
    }
  }

  @Test
  void leavesOutThoseThatCannotMatch() {
    assertThat(patterns.thatMayStart("Harbour opens").cardinality()).isZero();
    assertThat(patterns.thatMayOccurIn("Harbour opens").get(2)).isFalse();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "kill",
            "KILL",
            "test",
            "Eds: ",
            "editors",
            "*",
            "(",
            " ",
            "-",
            ":",
            ".",
            "1",
            "12",
            "st",
            "nd",
            "add",
            "ADD",
            "write-thru",
            "WRITETHRU",
            "À ANNULER",
            "annulé",
            "ANNULÉE",
            "«",
            "“",
            "Embargo",
            "ſperrfrist",
            "sperrfrist",
            " on",
            " für",
            "a",
            "ad",
            "K",
            "İ",
            "É",
            "e\u0301",
            "\ud801\udc00",
            "\ud801",
            "漢",
            "\n",
            "A",
            "ß");
    return piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces));
  }
}
