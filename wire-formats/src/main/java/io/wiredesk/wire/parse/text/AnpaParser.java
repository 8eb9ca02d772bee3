package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ANPA 1312 in AP's and Kyodo's dialects, one message or several, with its control characters
 * or stripped of them. The format has no identifier: service letter and number go to {@link
 * Field#SERVICE} and {@link Field#SEQUENCE}. The slug is the keyword without the cycle in front
 * ("BC-"), as the standard sets the two apart, and whole ({@link AnpaSlug}); the full keyword line
 * of the text is the title. Urgency follows the priority letter (f and b only for short copy, as
 * lifestyle features are sent with f too) unless the feed's profile maps it.
 *
 * <p>What other systems do and this parser does not: they cut the take off at fixed columns, and
 * replace the category letter by a house code, and state a language, which the format has no field
 * for (the profile or enrich gives it). Stateless.
 */
public final class AnpaParser implements WireParser {

  private static final Map<String, Integer> URGENCY =
      Map.of("f", 1, "b", 2, "u", 3, "r", 4, "d", 5, "a", 6, "s", 6);

  /** Words above which copy is no flash and no bulletin. */
  private static final int SHORT = 150;

  private static final Pattern END = Pattern.compile("\\x04|\\n[ \\t]*NNNN");

  @Override
  public Parsed parse(WireInput input) {
    WireText decoded =
        WireText.of(Fillers.without(input.bytes()), WireText.label(input.contentType()));
    String text = decoded.value();
    List<AnpaHeader> headers = AnpaHeader.all(text);
    if (headers.isEmpty()) {
      return new Parsed.Rejected(
          WireFormat.ANPA_1312, Parsed.Reason.MALFORMED, "line 1: no ANPA 1312 header");
    }
    List<WireItem> items = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
      int start = headers.get(i).end();
      String message = text.substring(start, end(text, start, end));
      WireItem item = message(headers.get(i), message, input);
      if (decoded.repair() != null) {
        item.repairs.add(decoded.repair());
      }
      items.add(item);
    }
    return items.stream().allMatch(item -> item.bodies.isEmpty() && item.headlines.isEmpty())
        ? new Parsed.Rejected(
            WireFormat.ANPA_1312, Parsed.Reason.NO_ITEM, "a header without text, cut off?")
        : new Parsed.Accepted(WireFormat.ANPA_1312, items);
  }

  /** Where a message ends between two places. */
  private static int end(String text, int from, int to) {
    int word = text.indexOf("NNNN", from);
    if (word >= 0 && word + 4 <= to) {
      Matcher first = END.matcher(text).region(from, to);
      return first.find() ? first.start() : to;
    }
    int end = text.indexOf('\u0004', from);
    return end < 0 ? to : Math.min(end, to);
  }

  private static WireItem message(AnpaHeader header, String rest, WireInput input) {
    WireItem item = new WireItem();
    header(header, item);
    int etx = rest.indexOf('\u0003');
    AnpaTrailer trailer = AnpaTrailer.find(etx < 0 ? rest : rest.substring(etx + 1));
    String text = etx < 0 && trailer != null ? rest.replace(trailer.line(), "") : rest;
    AnpaBody copy = new AnpaBody(item, copy(text, etx < 0 ? text.length() : etx), SHORT);
    copy.read();
    AnpaSlug slug = AnpaSlug.of(header, item.get(Field.TITLE));
    item.set(Field.SLUGLINE, slug.slug(), "keyword");
    if (slug.takeKey() != null) {
      item.edNotes.add(0, new EditorNote("takekey", slug.takeKey(), true));
    }
    AnpaDate.offer(item, header, trailer, input);
    if (trailer != null && !trailer.dayFirst()) {
      // "AP-WF-…": agency and circuit; where neither dateline nor sign-off name it
      item.set(Field.PROVIDER, trailer.origin().split("-", 2)[0], "trailer");
    }
    urgency(header, item, copy.words(), input);
    return item;
  }

  /** What follows the first STX, or several in a row, before that place. */
  private static String copy(String text, int end) {
    int start = text.indexOf('\u0002') + 1;
    if (start > end) {
      return text.substring(0, end);
    }
    while (start > 0 && start < end && text.charAt(start) == '\u0002') {
      start++;
    }
    return text.substring(start, end);
  }

  private static void header(AnpaHeader header, WireItem item) {
    item.set(Field.TYPE, "text", "ANPA 1312")
        .set(Field.SERVICE, header.service(), "header")
        .set(Field.SEQUENCE, header.number(), "header");
    item.altIds.add(new AltId("provider-sequence", header.service() + header.number()));
    item.subjects.add(
        new Concept(null, null, header.category(), "category", Creator.WIRE, null, null));
    extra(item, "header/selector", header.selector());
    extra(item, "header/priority", header.priority());
    extra(item, "header/cycle", header.cycle() == null ? "" : header.cycle());
    extra(item, "header/wordCount", header.words() == null ? "" : header.words());
  }

  private static void urgency(AnpaHeader header, WireItem item, int words, WireInput input) {
    String letter = header.priority().toLowerCase(Locale.ROOT);
    Integer mapped = input.profile().urgencies().get(letter.toUpperCase(Locale.ROOT));
    Integer standard = URGENCY.get(letter);
    if (mapped == null && standard != null && standard <= 2 && words > SHORT) {
      standard = letter.equals("f") ? 5 : 3;
    }
    item.urgency(mapped == null ? standard : mapped, "header priority");
  }

  private static void extra(WireItem item, String name, String value) {
    if (!value.isEmpty()) {
      item.extras.put(name, value);
    }
  }
}
