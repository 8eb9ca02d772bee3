package io.wiredesk.ingest.parse.text;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.WireParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text, alone or in telex envelopes (ZCZC … NNNN, one item each). Labelled lines at the
 * top ("HEADLINE: …", "SLUG: …") become fields; without them a headline is taken only where the
 * first line clearly is one: short, alone, without a full stop, followed by longer copy. A line
 * that only says "MEDIA RELEASE" or the like is an extra. A category comes from a line that gives
 * one ("$"), never from the routing or the file's name. Typesetting marks at line ends ("=!",
 * "&lt;!") are left out of headline and copy; systems that keep them in the headline follow their
 * typesetters, not the reader. Stateless.
 */
public final class TextParser implements WireParser {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(headline|head|title|slug(?:line)?|by(?:line)?|dateline|date|keywords?|language"
              + "|source|provider|credit|copyright|embargo(?:ed)?(?: until)?|ed ?note|urgency"
              + "|version|uri|id|summary|abstract)\\s*:\\s*(.*)");
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)(?:(?:media|press|news) (?:release|statement|advisory)|for immediate release"
              + "|pressemitteilung|presseinformation|communiqu[ée] de presse|nota de prensa"
              + "|comunicado de prensa|persbericht)\\s*[:.]?");
  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("slug", Field.SLUGLINE),
          Map.entry("slugline", Field.SLUGLINE),
          Map.entry("by", Field.BY),
          Map.entry("byline", Field.BY),
          Map.entry("dateline", Field.LOCATED),
          Map.entry("language", Field.LANGUAGE),
          Map.entry("source", Field.PROVIDER),
          Map.entry("provider", Field.PROVIDER),
          Map.entry("credit", Field.COPYRIGHT_HOLDER),
          Map.entry("copyright", Field.COPYRIGHT_NOTICE),
          Map.entry("version", Field.VERSION),
          Map.entry("uri", Field.URI),
          Map.entry("id", Field.URI));

  @Override
  public Parsed parse(WireInput input) {
    WireText decoded = WireText.of(input.bytes(), WireText.label(input.contentType()));
    if (decoded.value().isBlank()) {
      return new Parsed.Rejected(WireFormat.TEXT, Parsed.Reason.EMPTY, "nothing but white space");
    }
    List<WireItem> items = new ArrayList<>();
    for (TelexMessage message : TelexMessage.all(decoded.value())) {
      WireItem item = new WireItem();
      item.set(Field.TYPE, "text", "text");
      if (decoded.repair() != null) {
        item.repairs.add(decoded.repair());
      }
      List<String> lines = message.readInto(item, input.profile().zone());
      copy(labelled(lines, item, input), item, message.enveloped());
      items.add(item);
    }
    return items.stream().allMatch(item -> item.bodies.isEmpty() && item.headlines.isEmpty())
        ? new Parsed.Rejected(WireFormat.TEXT, Parsed.Reason.NO_ITEM, "an envelope without text")
        : new Parsed.Accepted(WireFormat.TEXT, items);
  }

  /** Takes two or more labelled lines at the top as fields; gives the lines after them. */
  public static List<String> labelled(List<String> lines, WireItem item, WireInput input) {
    int end = 0;
    while (end < lines.size() && LABEL.matcher(lines.get(end).strip()).matches()) {
      end++;
    }
    if (end < 2) {
      return lines;
    }
    for (String line : lines.subList(0, end)) {
      Matcher label = LABEL.matcher(line.strip());
      if (label.matches()) {
        TextLabels.put(item, label.group(1).toLowerCase(Locale.ROOT), label.group(2), input);
      }
    }
    return lines.subList(end, lines.size());
  }

  static Field field(String label) {
    return FIELDS.getOrDefault(label, Field.BODY);
  }

  private static void copy(List<String> lines, WireItem item, boolean enveloped) {
    List<String> clean = lines.stream().map(TextParser::withoutMarks).toList();
    int first = firstVisible(clean, 0);
    while (item.headlines.isEmpty() && isKind(clean, first)) {
      item.extras.merge("kind", clean.get(first).strip(), (a, b) -> a + "\n" + b);
      first = firstVisible(clean, first + 1);
    }
    if (item.headlines.isEmpty() && isHeadline(lines, clean, first, enveloped)) {
      item.headline("main", clean.get(first));
      first = firstVisible(clean, first + 1);
      if (first < clean.size() && CopyLines.isByline(clean.get(first))) {
        item.set(Field.BY, CopyLines.byline(clean.get(first)), "line after the headline");
        first++;
      }
    }
    List<String> rest = clean.subList(Math.min(first, clean.size()), clean.size());
    TextBlocks copy = TextBlocks.of(rest.isEmpty() ? clean : rest);
    Dateline.offer(item, copy.text(), "dateline");
    if (copy.hasTable()) {
      item.html(copy.html(), "main", "text");
    } else {
      item.text(copy.text(), "main", "text");
    }
  }

  /** A line that only says what kind of paper this is, with more below. */
  private static boolean isKind(List<String> lines, int at) {
    return at < lines.size()
        && KIND.matcher(lines.get(at).strip()).matches()
        && firstVisible(lines, at + 1) < lines.size();
  }

  private static boolean isHeadline(
      List<String> raw, List<String> clean, int at, boolean enveloped) {
    if (at >= clean.size()) {
      return false;
    }
    String line = clean.get(at).strip();
    boolean last = firstVisible(clean, at + 1) >= clean.size();
    if (last || line.length() > 150 || !Character.isLetterOrDigit(firstLetter(line))) {
      return false;
    }
    if (enveloped && !raw.get(at).stripTrailing().equals(clean.get(at).stripTrailing())) {
      return true;
    }
    boolean alone = at + 1 < clean.size() && clean.get(at + 1).isBlank();
    boolean byline = at + 1 < clean.size() && CopyLines.isByline(clean.get(at + 1));
    boolean noted = enveloped && at + 1 < clean.size() && clean.get(at + 1).startsWith("(");
    return (alone || byline || noted)
        && line.indexOf(' ') > 0
        && !line.matches(".*[.,;:…]$")
        && followedByCopy(clean, at, line.length());
  }

  /** Something longer than the line itself follows within the next lines. */
  private static boolean followedByCopy(List<String> lines, int at, int length) {
    return TextBlocks.of(lines.subList(at + 1, lines.size()))
        .text()
        .lines()
        .limit(6)
        .anyMatch(line -> line.length() > length);
  }

  private static int firstVisible(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static char firstLetter(String line) {
    String letters = line.replaceAll("^[\"'“„«»‘(\\[¡¿]+", "");
    return letters.isEmpty() ? ' ' : letters.charAt(0);
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
