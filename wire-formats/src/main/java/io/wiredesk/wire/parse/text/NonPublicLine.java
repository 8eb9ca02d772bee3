package io.wiredesk.wire.parse.text;

import java.util.regex.Pattern;

/**
 * The line below which copy is for the newsroom alone: "The following information is not intended
 * for publication", "Nicht zur Veröffentlichung: …". Stateless.
 */
public final class NonPublicLine {

  private static final int LONGEST = 160;
  private static final String WORDING =
      "(?:not (?:intended |meant )?for publication"
          + "|nicht zur ver(?:ö|oe)ffentlichung bestimmt"
          + "|(?:pas|non) destin[ée]+s? [àa] (?:la |être )?publi(?:cation|[ée]e?s?)"
          + "|no (?:est[áa]n? )?destinad[oa]s? a (?:la )?publicaci[óo]n"
          + "|no publicables?|non pubblicabil[ei]|niet (?:bestemd )?voor publicatie)\\b";
  private static final String SHORT = "(?:" + WORDING + "|nicht zur ver(?:ö|oe)ffentlichung\\b)";
  private static final String OF_WHAT =
      "(?:[^.!?]{0,40}\\b(?:following|below|(?:nach)?folgende[nrs]?|nachstehende[nrs]?|suivante?s?"
          + "|ci-dessous|siguientes?|seguenti|volgende|information(?:s|en)?|información|informazioni"
          + "|informatie|hinweise?|angaben|contacts?|kontakte?|notes?)\\b[^.!?]{0,60}?\\s)?";
  private static final Pattern ALONE =
      Pattern.compile(
          "(?iu)[\\W_]*(?:" + OF_WHAT + SHORT + "[\\W_]*|" + SHORT + "(?:\\s*[:–—]|\\s+-\\s).*)");

  private static final Pattern SOMEWHERE = Pattern.compile("(?iu)\\b" + WORDING);

  private NonPublicLine() {}

  /**
   * True where the line says that and nothing else, or has the words in front and a colon or dash
   * behind them: a sentence that has them in it does not count.
   */
  public static boolean is(String line) {
    return line.length() <= LONGEST && first(line) >= 0 && ALONE.matcher(line.strip()).matches();
  }

  /**
   * Every wording has "publi", "pubbli" or "ffentl": where the first of these stands, -1 where none
   * does, and most texts are done with here.
   */
  public static int first(String text) {
    int first = next(text, 'b', "bli", "ub", -1);
    first = next(text, 'B', "bli", "ub", first);
    first = next(text, 'f', "fentl", "f", first);
    return next(text, 'F', "fentl", "f", first);
  }

  /** The word after one of these letters, in any case, where it stands before {@code other}. */
  private static int next(String text, char first, String word, String after, int other) {
    int at = text.indexOf(first, 1);
    while (at >= 0 && (other < 0 || at < other)) {
      if (after.indexOf(text.charAt(at - 1) | 0x20) >= 0
          && text.regionMatches(true, at, word, 0, word.length())) {
        return at;
      }
      at = text.indexOf(first, at + 1);
    }
    return other;
  }

  /** True where the words stand anywhere, as IPTC 7901 has them. */
  static boolean has(String line) {
    return line.length() < LONGEST && first(line) >= 0 && SOMEWHERE.matcher(line).find();
  }
}
