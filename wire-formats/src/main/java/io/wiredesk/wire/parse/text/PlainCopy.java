package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one plain text: a line that says what kind of paper it is, a headline where the first
 * line clearly is one, the text. Used once, by one thread.
 */
final class PlainCopy {

  private static final Pattern KIND =
      Pattern.compile(
          "(?i)(?:(?:media|press|news) (?:release|statement|advisory)|for immediate release"
              + "|pressemitteilung|presseinformation|communiqu[ée] de presse|nota de prensa"
              + "|comunicado de prensa|persbericht)\\s*[:.]?");
  private static final Pattern STOPPED = Pattern.compile(".*[.,;:…]$");
  private static final String OPENING = "\"'“„«»‘([¡¿";

  /** Within so many lines of the text something longer than the headline follows. */
  private static final int LINES_BELOW = 6;

  private final List<String> raw;
  private final List<String> lines;
  private final boolean enveloped;

  /** All below the headline, where that had to be looked at. */
  private @Nullable TextBlocks below;

  PlainCopy(List<String> lines, boolean enveloped) {
    this.raw = lines;
    this.lines = new ArrayList<>(lines.size());
    this.enveloped = enveloped;
    for (String line : lines) {
      this.lines.add(withoutMarks(line));
    }
  }

  void fill(WireItem item) {
    int first = firstVisible(0);
    while (item.headlines.isEmpty() && isKind(first)) {
      item.extras.merge("kind", lines.get(first).strip(), (a, b) -> a + "\n" + b);
      first = firstVisible(first + 1);
    }
    if (item.headlines.isEmpty() && isHeadline(first)) {
      item.headline("main", lines.get(first));
      int next = firstVisible(first + 1);
      boolean byline = next < lines.size() && CopyLines.isByline(lines.get(next));
      if (byline) {
        item.set(Field.BY, CopyLines.byline(lines.get(next)), "line after the headline");
      } else if (below != null && areEmpty(first + 1, next)) {
        below.offer(item, "text"); // empty lines above it change nothing
        return;
      }
      first = byline ? next + 1 : next;
    }
    boolean nothing = first >= lines.size();
    TextBlocks.of(nothing ? lines : lines.subList(first, lines.size())).offer(item, "text");
  }

  /** A line that only says what kind of paper this is, with more below. */
  private boolean isKind(int at) {
    return at < lines.size()
        && KIND.matcher(lines.get(at).strip()).matches()
        && firstVisible(at + 1) < lines.size();
  }

  private boolean isHeadline(int at) {
    if (at >= lines.size()) {
      return false;
    }
    String line = lines.get(at).strip();
    boolean last = firstVisible(at + 1) >= lines.size();
    if (last || line.length() > 150 || !Character.isLetterOrDigit(firstLetter(line))) {
      return false;
    }
    if (enveloped && !raw.get(at).stripTrailing().equals(lines.get(at).stripTrailing())) {
      return true;
    }
    boolean alone = lines.get(at + 1).isBlank();
    boolean byline = !alone && CopyLines.isByline(lines.get(at + 1));
    boolean noted = enveloped && lines.get(at + 1).startsWith("(");
    return (alone || byline || noted)
        && line.indexOf(' ') > 0
        && !STOPPED.matcher(line).matches()
        && followedByCopy(at, line.length());
  }

  /** Something longer than the line itself follows within the next lines. */
  private boolean followedByCopy(int at, int length) {
    if (lines.get(firstVisible(at + 1)).strip().length() > length) {
      return true; // however the lines are put together, that one is a part of the first
    }
    below = TextBlocks.of(lines.subList(at + 1, lines.size()));
    return below.hasLonger(length, LINES_BELOW);
  }

  private int firstVisible(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private boolean areEmpty(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!lines.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static char firstLetter(String line) {
    int first = 0;
    while (first < line.length() && OPENING.indexOf(line.charAt(first)) >= 0) {
      first++;
    }
    return first < line.length() ? line.charAt(first) : ' ';
  }

  private static String withoutMarks(String line) {
    String plain = line.stripTrailing();
    if (plain.endsWith("=!") || plain.endsWith("<!")) {
      plain = Controls.stripEnd(plain.substring(0, plain.length() - 2), ".");
    }
    boolean opening = plain.startsWith("<") && plain.length() > 1 && plain.indexOf('>') < 0;
    return opening ? plain.substring(1) : plain;
  }
}
