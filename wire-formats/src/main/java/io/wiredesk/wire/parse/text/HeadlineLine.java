package io.wiredesk.wire.parse.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline of plain text: the first line, where it is one. It is short, begins with a
 * letter or figure, ends without a full stop and stands apart from longer copy: by an empty line,
 * an indent, an underline, a mark of Markdown, capitals, or a byline or dateline below it. Scripts
 * without spaces (Chinese, Japanese, Thai, …) count like others. Lines above it that are none
 * (notes to editors, dates, rules) stay copy. Stateless.
 *
 * @param at the headline's line
 * @param end the line after it and its underline
 * @param text the headline
 */
record HeadlineLine(int at, int end, String text) {

  private static final int LONGEST = 150;

  /** A line of fewer characters below it is no copy that a headline could stand above. */
  private static final int COPY = 40;

  /** Above a headline stand at most so many lines that are none. */
  private static final int LINES_ABOVE = 4;

  /** So many lines are looked at. */
  private static final int LOOK = 60;

  /** Within so many lines below it stands copy that is longer. */
  private static final int LINES_BELOW = 6;

  private static final Pattern STOPPED = Pattern.compile(".*[.,;:…。、，；：､،؛۔।]");
  private static final Pattern MARKDOWN = Pattern.compile("#{1,2} +(\\S.*?)(?: +#+)?");
  private static final Pattern RULE = Pattern.compile("([=~*_—–-])(?: ?\\1){2,}");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\p{L}{2,12}\\.?,? )?(?:\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |d')?\\p{L}{3,10}\\.?,?"
              + "|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,?|\\d{1,4}[./-]\\d{1,2}[./-]) ?(?:de )?\\d{2,4}"
              + "(?:,? \\d{1,2}[:.]\\d{2}.{0,12})?|\\d{4}年\\d{1,2}月\\d{1,2}日.{0,6}");
  private static final Pattern NO_COPY =
      Pattern.compile("(?i)\\S*(?:://|www\\.|@)\\S*|(?:page|seite) \\d.*|\\+?[\\d ()/-]{6,}");
  private static final Pattern GREETING =
      Pattern.compile("(?i)(?:dear|hi|hello|hallo|liebe|sehr|guten|bonjour|ch[eè]re?s?|hola)\\b.*");
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);
  private static final String OPENING = "\"'“„«»‘([¡¿「『《【〈";

  /** The headline of a text; null where its first line is none. */
  static @Nullable HeadlineLine find(List<String> lines, boolean enveloped) {
    int at = visible(lines, 0);
    for (int above = 0; above < LINES_ABOVE && isNoCopy(lines, at); above++) {
      at = visible(lines, at + 1);
    }
    if (at == lines.size()) {
      return null;
    }
    var markdown = MARKDOWN.matcher(lines.get(at).strip());
    if (markdown.matches() && isBlank(lines, at + 1) && visible(lines, at + 1) < lines.size()) {
      return new HeadlineLine(at, at + 1, markdown.group(1));
    }
    if (!mayBe(lines.get(at))) {
      return null;
    }
    String line = lines.get(at).strip();
    int next = visible(lines, at + 1);
    if (next == lines.size()) {
      // a text of one line: an alert
      return isStopped(line) || !hasWords(line) ? null : new HeadlineLine(at, at + 1, line);
    }
    if (next == at + 1 && RULE.matcher(lines.get(next).strip()).matches()) {
      return new HeadlineLine(at, next + 1, line);
    }
    if (Dateline.begins(lines.get(next)) && !line.endsWith(",")) {
      return new HeadlineLine(at, at + 1, line);
    }
    return apart(lines, at, next, enveloped);
  }

  /** A line that something other than a dateline sets apart from the copy below. */
  private static @Nullable HeadlineLine apart(
      List<String> lines, int at, int next, boolean enveloped) {
    String line = lines.get(at).strip();
    String below = lines.get(next);
    if (isStopped(line) || !hasWords(line)) {
      return null;
    }
    if (next == at + 1 && isContinuation(below) && isBlank(lines, next + 1)) {
      String joined = line + " " + below.strip();
      boolean whole = joined.length() <= LONGEST && !isStopped(joined);
      return whole && hasLonger(lines, next + 1, joined.length())
          ? new HeadlineLine(at, next + 1, joined)
          : null;
    }
    boolean noted = enveloped && below.startsWith("(");
    boolean indented = isIndented(below) && !isIndented(lines.get(at));
    boolean shouted = isShouted(line) && !isShouted(below) && !LineShape.isTabular(below);
    boolean deck = isDeck(lines, next);
    boolean apart = next > at + 1 || noted || indented || shouted || deck;
    boolean sentence = next > at + 1 && hasWords(below.strip()) && below.strip().endsWith(".");
    return (apart || CopyLines.isByline(below))
            && (sentence || hasLonger(lines, at + 1, line.length()))
        ? new HeadlineLine(at, at + 1, line)
        : null;
  }

  /** A second short line that is no sentence, and copy with a dateline or byline below it. */
  private static boolean isDeck(List<String> lines, int at) {
    int copy = visible(lines, at + 1);
    return copy > at + 1
        && copy < lines.size()
        && mayBe(lines.get(at))
        && !isStopped(lines.get(at).strip())
        && (Dateline.begins(lines.get(copy)) || CopyLines.isByline(lines.get(copy)));
  }

  /** Short, begins with a letter or figure, and is nothing else that text wires have. */
  private static boolean mayBe(String written) {
    String line = written.strip();
    return line.length() <= LONGEST
        && Character.isLetterOrDigit(firstLetter(line))
        && !Dateline.begins(line)
        && !CopyLines.isByline(line)
        && !CopyLines.isNote(line)
        && !NonPublicLine.is(line)
        && !LineShape.isTabular(line)
        && !LineShape.isPoint(line)
        && !GREETING.matcher(line).matches();
  }

  private static boolean isNoCopy(List<String> lines, int at) {
    if (at == lines.size() || visible(lines, at + 1) == lines.size()) {
      return false;
    }
    String line = lines.get(at).strip();
    return line.length() <= LONGEST
        && (CopyLines.isNote(line)
            || RULE.matcher(line).matches()
            || DATE.matcher(line).matches()
            || NO_COPY.matcher(line).matches());
  }

  /** Several words, or a script that puts no spaces between them. */
  private static boolean hasWords(String line) {
    return line.indexOf(' ') > 0
        || (line.codePointCount(0, line.length()) > 3
            && line.codePoints().anyMatch(c -> WITHOUT_SPACES.contains(UnicodeScript.of(c))));
  }

  private static boolean isStopped(String line) {
    return STOPPED.matcher(line).matches();
  }

  private static boolean isShouted(String line) {
    return line.codePoints().anyMatch(Character::isUpperCase)
        && line.codePoints().noneMatch(Character::isLowerCase);
  }

  private static boolean isContinuation(String line) {
    return !line.isBlank() && Character.isLowerCase(line.strip().codePointAt(0));
  }

  private static boolean isIndented(String line) {
    return LineShape.isIndented(line) || LineShape.hasWideIndent(line);
  }

  /** Something longer, or long enough to be copy, follows within the next lines. */
  private static boolean hasLonger(List<String> lines, int from, int length) {
    TextBlocks below = TextBlocks.of(lines.subList(from, Math.min(lines.size(), from + LOOK)));
    return below.hasLonger(Math.min(length, LONGEST), LINES_BELOW)
        || (length > COPY && below.hasLonger(length * 2 / 3, 1));
  }

  private static boolean isBlank(List<String> lines, int at) {
    return at < lines.size() && lines.get(at).isBlank();
  }

  /** The first line at or after that place that is not blank; the number of lines if none. */
  static int visible(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static int firstLetter(String line) {
    int first = 0;
    while (first < line.length() && OPENING.indexOf(line.charAt(first)) >= 0) {
      first++;
    }
    return first < line.length() ? line.codePointAt(first) : ' ';
  }
}
