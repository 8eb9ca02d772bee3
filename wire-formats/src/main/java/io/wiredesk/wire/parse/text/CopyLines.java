package io.wiredesk.wire.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a single line of wire copy is, by the conventions that text wires share: bylines, notes to
 * editors, marks of leads and takes, the line from which on nothing is for publication. English,
 * German, French, Spanish and the neighbours' usage. Stateless.
 */
public final class CopyLines {

  static final Pattern BYLINE =
      Pattern.compile(
          "(?i:By|Von|Par|Por|De nuestr\\p{L}+|Di|Door|Av|Af|Von unser\\p{L}+)\\s+"
              + "(?:the\\s+|dpa\\b|\\p{Lu}).{1,100}|\\p{Lu}{2,}[\\p{Lu} .,'-]+ \\(\\w+\\)"
              + "|\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){1,3} ?/ ?\\p{Lu}{2,6}");
  static final Pattern NOTE =
      Pattern.compile(
          "(?i)\\(?\\s*(eds?|editors?|editor'?s note|note to (?:all )?(?:editors|readers|users)"
              + "|attention(?: editors)?|adv(?:isory)?(?: to editors)?|redaktion(?:en)?"
              + "|hinweis(?: an die redaktion(?:en)?)?|achtung|sperrfrist|embargo(?:ed)?"
              + "|note aux r[ée]dactions|attention r[ée]dactions|nota a los editores"
              + "|nota a redacci[óo]n|hold for release|for release|release)\\b\\s*[:_—–-].*"
              + "|(?i)\\(?\\s*(embargo(?:ed)?|hold for release|not for (?:use|release)|sperrfrist"
              + "|sous embargo|embargado)\\b.{0,120}");
  private static final Pattern MARK =
      Pattern.compile(
          "(?:\\d{1,2}(?:ST|ND|RD|TH|ER|E|\\.)?[ -])?(?:[\\p{Lu}\\d/&().-]+[ -]?){1,6}");

  private static final String ENDS = "\n\r\f\u000b\u0085\u2028";

  private CopyLines() {}

  public static boolean isByline(String line) {
    return line.length() <= 110 && mayBeByline(line) && BYLINE.matcher(line.strip()).matches();
  }

  /** A first letter of "By" and its kin, or the bracket or slash before an agency. */
  private static boolean mayBeByline(String line) {
    int first = 0;
    while (first < line.length() && Character.isWhitespace(line.charAt(first))) {
      first++;
    }
    return isOneOf("bvpda", line, first) || line.indexOf('(') >= 0 || line.indexOf('/') >= 0;
  }

  /** "Eds: …", "EDITOR'S NOTE _ …", "(EMBARGOED UNTIL …)" and the like. */
  public static boolean isNote(String line) {
    return line.length() <= 2_000 && mayBeNote(line) && NOTE.matcher(line.strip()).matches();
  }

  /** A first letter of one of the words, perhaps behind a bracket. */
  private static boolean mayBeNote(String line) {
    int first = 0;
    while (first < line.length()
        && (line.charAt(first) == '(' || Character.isWhitespace(line.charAt(first)))) {
      first++;
    }
    return isOneOf("enarhsf", line, first);
  }

  private static boolean isOneOf(String letters, String line, int at) {
    return at < line.length() && letters.indexOf(line.charAt(at) | 0x20) >= 0;
  }

  /** "2ND LEAD", "EXTRA", "3RD NET", "EILMELDUNG": capitals only, short. */
  public static boolean isMark(String line) {
    String trimmed = line.strip();
    return trimmed.length() <= 40
        && !hasSmallLetter(trimmed)
        && trimmed.chars().anyMatch(Character::isLetter)
        && trimmed.equals(trimmed.toUpperCase(Locale.ROOT))
        && trimmed.chars().noneMatch(c -> Character.getType(c) == Character.OTHER_LETTER)
        && MARK.matcher(trimmed).matches();
  }

  /** One of ASCII: most lines that are no marks are done with here. */
  private static boolean hasSmallLetter(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= 'a' && line.charAt(i) <= 'z') {
        return true;
      }
    }
    return false;
  }

  /** Lines without their ends, whatever the ends are; form feeds count as line ends. */
  public static List<String> of(String text) {
    List<String> lines = new ArrayList<>(16 + text.length() / 64);
    NextOf ends = new NextOf(text, ENDS);
    int start = 0;
    for (int end = ends.from(0); end < text.length(); end = ends.from(start)) {
      lines.add(text.substring(start, end));
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }

  /** Without "By " and its kin, dpa's trailing "=" and the full stop. */
  public static String byline(String line) {
    return Controls.stripEnd(line.strip(), "=<");
  }
}
