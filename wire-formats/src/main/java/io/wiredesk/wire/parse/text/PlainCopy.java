package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one plain text: a line that says what kind of paper it is, a headline where the first
 * line is one, the text. Used once, by one thread.
 */
final class PlainCopy {

  private static final Pattern KIND =
      Pattern.compile(
          "(?i)(?:(?:media|press|news) (?:release|statement|advisory)|for immediate release"
              + "|pressemitteilung|presseinformation|communiqu[ée] de presse|nota de prensa"
              + "|comunicado de prensa|persbericht|comunicato stampa|pressmeddelande"
              + "|新闻稿|新聞稿|プレスリリース)\\s*[:.]?");

  private final List<String> raw;
  private final List<String> lines;
  private final boolean enveloped;

  PlainCopy(List<String> lines, boolean enveloped) {
    this.raw = lines;
    this.lines = lines.stream().map(PlainCopy::withoutMarks).toList();
    this.enveloped = enveloped;
  }

  void fill(WireItem item) {
    int first = HeadlineLine.visible(lines, 0);
    while (item.headlines.isEmpty() && isKind(first)) {
      item.extras.merge("kind", lines.get(first).strip(), (a, b) -> a + "\n" + b);
      first = HeadlineLine.visible(lines, first + 1);
    }
    List<String> copy = lines.subList(first, lines.size());
    HeadlineLine headline = item.headlines.isEmpty() ? headline(first) : null;
    if (headline != null) {
      item.headline("main", headline.text());
      copy = below(headline, copy, item);
    }
    boolean nothing = copy.stream().allMatch(String::isBlank);
    TextBlocks.of(nothing ? lines : copy).offer(item, "text");
  }

  /** The headline among the lines from that place on; a typesetter's mark at its end tells it. */
  private @Nullable HeadlineLine headline(int first) {
    List<String> copy = lines.subList(first, lines.size());
    boolean marked =
        enveloped
            && first < lines.size()
            && HeadlineLine.visible(copy, 1) < copy.size()
            && !raw.get(first).stripTrailing().equals(copy.get(0).stripTrailing());
    return marked
        ? new HeadlineLine(0, 1, copy.get(0).strip())
        : HeadlineLine.find(copy, enveloped);
  }

  /** What stands above and below the headline, without a byline right below it. */
  private static List<String> below(HeadlineLine headline, List<String> copy, WireItem item) {
    int next = HeadlineLine.visible(copy, headline.end());
    boolean byline = next < copy.size() && CopyLines.isByline(copy.get(next));
    if (byline) {
      item.set(Field.BY, CopyLines.byline(copy.get(next)), "line after the headline");
    }
    List<String> rest = new ArrayList<>(copy.subList(0, headline.at()));
    rest.addAll(copy.subList(byline ? next + 1 : headline.end(), copy.size()));
    return rest;
  }

  /** A line that only says what kind of paper this is, with more below. */
  private boolean isKind(int at) {
    return at < lines.size()
        && KIND.matcher(lines.get(at).strip()).matches()
        && HeadlineLine.visible(lines, at + 1) < lines.size();
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
