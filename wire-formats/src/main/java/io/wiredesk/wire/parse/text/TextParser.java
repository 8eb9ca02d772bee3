package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text, alone or in telex envelopes (ZCZC … NNNN, one item each). Labelled lines at the
 * top ("HEADLINE: …", "SLUG: …") become fields; without them the first line is the headline where
 * it is one, as {@link HeadlineLine} tells it. A line that only says "MEDIA RELEASE" or the like is
 * an extra. A category comes from a line that gives one ("$"), never from the routing or the file's
 * name. Typesetting marks at line ends ("=!", "&lt;!") are left out of headline and copy; systems
 * that keep them in the headline follow their typesetters, not the reader. Stateless.
 */
public final class TextParser implements WireParser {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(headline|head|title|slug(?:line)?|by(?:line)?|dateline|date|keywords?|language"
              + "|source|provider|credit|copyright|embargo(?:ed)?(?: until)?|ed ?note|urgency"
              + "|version|uri|id|summary|abstract)\\s*:\\s*(.*)");
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
    boolean telex = new String(input.bytes(), StandardCharsets.ISO_8859_1).contains("ZCZC");
    byte[] bytes = telex ? Fillers.without(input.bytes()) : input.bytes();
    WireText decoded = WireText.of(bytes, WireText.label(input.contentType()));
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
      List<String> lines = message.readInto(item, input.profile().time());
      new PlainCopy(labelled(lines, item, input), message.enveloped()).fill(item);
      items.add(item);
    }
    return items.stream().allMatch(item -> item.bodies.isEmpty() && item.headlines.isEmpty())
        ? new Parsed.Rejected(WireFormat.TEXT, Parsed.Reason.NO_ITEM, "an envelope without text")
        : new Parsed.Accepted(WireFormat.TEXT, items);
  }

  /** Takes two or more labelled lines at the top as fields; gives the lines after them. */
  public static List<String> labelled(List<String> lines, WireItem item, WireInput input) {
    int end = 0;
    while (end < lines.size() && isLabelled(lines.get(end))) {
      end++;
    }
    if (end < 2 && !(end == 1 && isHeadline(lines))) {
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

  /** A single label counts where it is a headline's and stands alone above copy. */
  private static boolean isHeadline(List<String> lines) {
    return lines.get(0).strip().matches("(?i)(?:headline|title)\\s*:\\s*\\S.{0,200}")
        && lines.size() > 2
        && lines.get(1).isBlank();
  }

  private static boolean isLabelled(String line) {
    return line.indexOf(':') > 0 && LABEL.matcher(line.strip()).matches();
  }

  static Field field(String label) {
    return FIELDS.getOrDefault(label, Field.BODY);
  }
}
