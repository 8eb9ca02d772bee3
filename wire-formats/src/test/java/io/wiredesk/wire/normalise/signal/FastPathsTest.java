package io.wiredesk.wire.normalise.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.normalise.signal.Slot.Place;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is done to spare work finds the same as the plain way. */
class FastPathsTest {

  private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})\\p{Lu}{2}");

  @Property(tries = 5_000)
  void noRuleThatIsSaidIsLeftOut(@ForAll Place place, @ForAll("texts") String text) {
    Slot slot = new Slot(place, text);
    List<Convention> tried = Conventions.standard().worthALook(List.of(slot));
    assertThat(tried)
        .containsAll(Conventions.standard().table().stream().filter(r -> r.saidIn(slot)).toList());
  }

  @Property(tries = 2_000)
  void capitalsAreSeenAsThePatternSeesThem(@ForAll("texts") String text) {
    String head = text.substring(0, Math.min(80, text.length()));
    assertThat(new Slot(Place.HEADLINE, text).shouts()).isEqualTo(CAPITALS.matcher(head).find());
  }

  @Property(tries = 2_000)
  void aSlotIsTheTextOnOneLine(@ForAll("texts") String text) {
    WireItem item = new WireItem();
    item.set(Field.TITLE, text, "test");
    String line = text.strip().replaceAll("\\s+", " ");
    assertThat(Slots.of(item, "").list())
        .extracting(Slot::text)
        .isEqualTo(
            line.isEmpty() ? List.of() : List.of(line.substring(0, Math.min(400, line.length()))));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "KILL",
            "kill",
            "Please kill the story",
            "TEST",
            "test",
            "test message",
            "please ignore",
            "CORRECTED",
            "Corrects",
            "CORRECTION",
            "WITHDRAWN",
            "CANCELED",
            "ANNULÉ",
            "À ANNULER",
            "ZURÜCKGEZOGEN",
            "storno",
            "HOLD",
            "Embargo",
            "lifted",
            "levée d’embargo",
            "sperrfrist",
            "aufgehoben",
            "Eds:",
            "EDITORS",
            "^",
            "ADVISORY",
            "NEWS BUDGET",
            "AP news digest",
            "daybook",
            "BC-US--Storm",
            "1st Ld-Writethru",
            "writethru",
            "2ND LEAD",
            "UPDATE 2",
            "2. Zusammenfassung",
            "2nd add",
            "ADD 1",
            "3rd take",
            "take 2 of 3",
            "apnewsalert",
            "URGENT",
            "ÚLTIMA HORA",
            "ULTIM’ORA",
            "mise à jour",
            "adds",
            "recasts",
            "ÄÖ",
            "aBC",
            "The storm",
            "story",
            "(",
            ")",
            "[",
            "]",
            ":",
            " - ",
            "-",
            "--",
            "*** ",
            "\"",
            "“",
            "«",
            ",",
            ".",
            " ",
            "  ",
            "\t",
            "\n",
            "\u00a0",
            "1",
            "İ",
            "ſ",
            "漢字",
            "\ud83d\ude00",
            "x".repeat(75));
    return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
  }
}
