package io.wiredesk.ingest.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

  private static final List<String> SETS =
      List.of(
          "windows-1252",
          "windows-1250",
          "windows-1254",
          "windows-1251",
          "windows-1253",
          "KOI8-R",
          "ISO-8859-6",
          "ISO-8859-8",
          "Shift_JIS",
          "EUC-JP",
          "EUC-KR",
          "GB18030",
          "Big5");

  private static final List<String> WORDS =
      List.of(
          "the ferry was late ",
          "größte Fähre über den Fluß ",
          "la côte où l’été à été créée ",
          "på färjan och sjön ",
          "señor año ",
          "člověk může být přes řeku ",
          "nagyon kicsi ő és űr ",
          "przełożona się w łodzi ",
          "şimdi İstanbul'da değil ",
          "Паром опоздал на час ",
          "πλοίο άργησε ",
          "السفينة ",
          "הספינה איחרה ",
          "船は遅れました。",
          "渡轮晚点了",
          "배가 늦었다 ",
          "“quoted” – dashed… ",
          "1,234.5 ",
          "à ",
          "Ä@ Ä_ »D ",
          "\u001b$)A ",
          "'tis ");

  @ParameterizedTest
  @CsvSource({
    "Die Fähre war über eine Stunde zu spät in Köln,windows-1252",
    "Le bac est arrivé à l’heure où la côte était très près,windows-1252",
    "Паром опоздал на час и пришёл только к вечеру,windows-1251",
    "船は一時間遅れて夕方に港へ着きましたと言われている,Shift_JIS"
  })
  void knowsTheSetOfOrdinaryCopy(String text, String charset) {
    byte[] bytes = text.repeat(4).getBytes(Charset.forName(charset));
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Charset.forName(charset));
  }

  @Property(tries = 2_000)
  void guessesAsIfEverySetHadBeenTried(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = text(random).getBytes(Charset.forName(any(SETS, random)));
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    assertSame(bytes);
  }

  @Property(tries = 500)
  void guessesAnyBytesAsIfEverySetHadBeenTried(@ForAll byte[] bytes) {
    assertSame(bytes);
  }

  @Test
  void oneLetterOfMostSetsMakesAsciiWestern() {
    byte[] bytes =
        "Eleven people were rescued from a k\u00f3ra in the north. "
            .repeat(60)
            .getBytes(Charset.forName("windows-1252"));
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Charset.forName("windows-1252"));
  }

  private static void assertSame(byte[] bytes) {
    Charset all = CharsetGuess.likeliest(bytes, List.of());
    Charset guess = CharsetGuess.of(bytes);
    if (!guess.equals(all)) {
      assertThat(UpperHalf.of(bytes, bytes.length).alike()).as(guess + " for " + all).isTrue();
      assertThat(new String(bytes, guess)).isEqualTo(new String(bytes, all));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    String main = any(WORDS, random);
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(random.nextInt(3) > 0 ? main : any(WORDS, random));
    }
    return text.toString();
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
