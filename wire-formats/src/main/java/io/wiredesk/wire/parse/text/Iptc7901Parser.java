package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IPTC 7901, with its control characters or stripped of them, 7-bit with national variants or
 * 8-bit in any character set, one message or several. The format has no identifier: source and
 * number go to {@link Field#SERVICE} and {@link Field#SEQUENCE}. The priority of the header counts
 * as urgency, both run from 1, the highest, unless the feed's profile maps it.
 *
 * <p>What other systems do and this parser does not: they take the agency's short name in the text
 * for the origin (here the source identification of the header is the information source), and
 * leave the dateline out of the body. Stateless.
 */
public final class Iptc7901Parser implements WireParser {

  /** NUL, EOT, SYN, DEL. */
  private static final long FILLERS = Controls.set("\0\4\26\177");

  private static final Pattern END = Pattern.compile("NNNN\\s*$");

  @Override
  public Parsed parse(WireInput input) {
    byte[] bytes = Fillers.without(input.bytes());
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    String designated = Designation.find(raw);
    String label = designated == null ? WireText.label(input.contentType()) : designated;
    WireText decoded = WireText.of(bytes, label);
    String text = Designation.strip(decoded.value());
    Optional<NationalVariant> variant = NationalVariant.of(text, input.profile().language());
    if (variant.isPresent()) {
      text = variant.get().decode(text);
    }
    List<Iptc7901Header> headers = Iptc7901Header.all(text);
    if (headers.isEmpty()) {
      return new Parsed.Rejected(
          WireFormat.IPTC_7901, Parsed.Reason.MALFORMED, "line 1: no IPTC 7901 header");
    }
    List<WireItem> items = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
      WireItem item = new WireItem();
      if (decoded.repair() != null) {
        item.repairs.add(decoded.repair());
      }
      variant.ifPresent(
          v -> item.repairs.add("7-bit text in the national variant: " + v.language()));
      message(headers.get(i), text.substring(headers.get(i).end(), end), input, item);
      items.add(item);
    }
    return items.stream().allMatch(item -> item.bodies.isEmpty() && item.headlines.isEmpty())
        ? new Parsed.Rejected(
            WireFormat.IPTC_7901, Parsed.Reason.NO_ITEM, "a header without text, cut off?")
        : new Parsed.Accepted(WireFormat.IPTC_7901, items);
  }

  private static void message(Iptc7901Header header, String rest, WireInput input, WireItem item) {
    header(header, input, item);
    String body = Controls.without(rest, FILLERS);
    body = body.contains("NNNN") ? END.matcher(body).replaceAll("") : body;
    int etx = body.indexOf('\u0003');
    String dated = SendTime.offerAtEnd(body, item, input.profile().time(), "date after ETX");
    if (dated.length() == body.length() && etx >= 0 && !body.substring(etx + 1).isBlank()) {
      item.extras.put("postText", body.substring(etx + 1).strip());
    }
    body = dated;
    body = etx >= 0 && etx < body.length() ? body.substring(0, etx) : body;
    int stx = body.indexOf('\u0002');
    if (stx >= 0) {
      keywords(CopyLines.of(body.substring(0, stx)), item);
      body = body.substring(stx + 1);
    }
    new CopyText(Controls.strip(body)).fill(item, stx < 0);
  }

  private static void header(Iptc7901Header header, WireInput input, WireItem item) {
    item.set(Field.TYPE, "text", "IPTC 7901")
        .set(Field.SERVICE, header.source(), "header")
        .set(Field.SEQUENCE, header.number(), "header");
    item.urgency(Integer.toString(header.priority()), input.profile(), "header priority");
    item.altIds.add(new AltId("provider-sequence", header.source() + header.number()));
    item.infoSources.add(
        new Concept(header.source(), null, header.source(), "source", Creator.WIRE, null, null));
    item.subjects.add(
        new Concept(null, null, header.category(), "category", Creator.WIRE, null, null));
    item.extras.put("header/wordCount", header.words());
    if (header.information() != null) {
      item.extras.put("header/information", header.information());
    }
  }

  /** The keyword line: parts with slashes. */
  static void keywords(List<String> lines, WireItem item) {
    for (String line : lines) {
      String slug = Controls.stripStart(Controls.stripEnd(line, "/"), "/");
      if (!slug.isEmpty() && item.get(Field.SLUGLINE) == null) {
        item.set(Field.SLUGLINE, slug, "keyword line");
        for (String part : slug.split("/")) {
          if (!part.isBlank()) {
            item.keywords.add(part.strip());
          }
        }
      } else if (!slug.isEmpty()) {
        item.extras.merge("preText", slug, (a, b) -> a + "\n" + b);
      }
    }
  }
}
