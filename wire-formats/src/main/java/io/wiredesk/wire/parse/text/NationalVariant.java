package io.wiredesk.wire.parse.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The national variants of ISO 646, in which 7-bit lines write their accented letters in the places
 * of {@code [ \ ] { | } ~ @} ("f}r M}nchen"). Taken only where such signs stand within words and
 * nothing in the text is above ASCII. Stateless.
 */
enum NationalVariant {
  GERMAN("de", "[\\]{|}~", "ÄÖÜäöüß", "für über können müssen großen"),
  SWEDISH("sv", "[\\]{|}", "ÄÖÅäöå", "för på från att även också är"),
  FINNISH("fi", "[\\]{|}", "ÄÖÅäöå", "että myös sekä ovat hän"),
  DANISH("da", "[\\]{|}", "ÆØÅæøå", "på også før være må"),
  NORWEGIAN("nb", "[\\]{|}", "ÆØÅæøå", "på også før være må"),
  FRENCH("fr", "@\\{|}", "àçéùè", "été après très où déjà même à"),
  SPANISH("es", "[\\]{|}", "¡Ñ¿°ñç", "año años señor españa niño"),
  ITALIAN("it", "@\\{|}~", "§çàòèì", "è più perché già può così");

  private static final Pattern WITHIN_WORD = Pattern.compile("\\p{L}[\\[\\\\\\]{|}~@]\\p{L}");
  private static final String SIGNS = "@[\\]{|}~";
  private static final int ENOUGH = 3;

  private final String language;
  private final String signs;
  private final String letters;
  private final String words;

  NationalVariant(String language, String signs, String letters, String words) {
    this.language = language;
    this.signs = signs;
    this.letters = letters;
    this.words = words;
  }

  /** The variant a text is in: the feed's language decides, else the commonest words. */
  static Optional<NationalVariant> of(String text, @Nullable String feedLanguage) {
    if (!mayBe(text) || WITHIN_WORD.matcher(text).results().limit(ENOUGH).count() < ENOUGH) {
      return Optional.empty();
    }
    NationalVariant best = null;
    long most = 0;
    for (NationalVariant variant : values()) {
      boolean feed = feedLanguage != null && feedLanguage.startsWith(variant.language);
      long found = (feed ? 1000 : 0) + variant.hits(text);
      if (found > most) {
        best = variant;
        most = found;
      }
    }
    return Optional.ofNullable(best);
  }

  /** All is ASCII, and enough of the signs are there to stand within words. */
  private static boolean mayBe(String text) {
    int found = 0;
    for (int i = 0; i < SIGNS.length() && found < ENOUGH; i++) {
      int at = text.indexOf(SIGNS.charAt(i));
      while (at >= 0 && found < ENOUGH) {
        found++;
        at = text.indexOf(SIGNS.charAt(i), at + 1);
      }
    }
    return found >= ENOUGH && isAscii(text);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  String language() {
    return language;
  }

  /** The text with the letters that were meant. */
  String decode(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int at = signs.indexOf(out.charAt(i));
      if (at >= 0) {
        out.setCharAt(i, letters.charAt(at));
      }
    }
    return out.toString();
  }

  private long hits(String text) {
    String decoded =
        " " + decode(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    long hits = 0;
    for (String word : words.split(" ")) {
      for (int at = decoded.indexOf(" " + word + " "); at >= 0; ) {
        hits++;
        at = decoded.indexOf(" " + word + " ", at + 1);
      }
    }
    return hits;
  }
}
