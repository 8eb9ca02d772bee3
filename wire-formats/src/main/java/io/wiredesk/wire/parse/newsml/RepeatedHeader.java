package io.wiredesk.wire.parse.newsml;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the header of an XHTML body that only repeats the item's fields (headlines, subjects,
 * notes, times), so that it need not stand in the text a second time. A header with one piece of
 * text that no field has stays whole. Stateless.
 */
final class RepeatedHeader {

  private static final Pattern GAPS = Pattern.compile("\\s+");

  private RepeatedHeader() {}

  /** Header elements to leave out of the body; empty where there is none. */
  static Set<XmlNode> in(XmlNode root, WireItem item) {
    List<XmlNode> headers = root.outermost("header");
    if (headers.isEmpty()) {
      return Set.of();
    }
    Set<String> fields = fields(item);
    Set<XmlNode> repeated = new HashSet<>();
    for (XmlNode header : headers) {
      boolean all = texts(header).allMatch(text -> repeats(text, header, fields));
      if (all && !header.line1().isEmpty()) {
        repeated.add(header);
      }
    }
    return repeated;
  }

  private static Stream<XmlNode> texts(XmlNode header) {
    return Stream.concat(Stream.of(header), header.descendants())
        .flatMap(n -> n.content().stream())
        .filter(n -> n.isText() && !n.text().isBlank());
  }

  /** The text, or the element that it is a part of, stands in a field. */
  private static boolean repeats(XmlNode text, XmlNode header, Set<String> fields) {
    if (fields.contains(key(text.text()))) {
      return true;
    }
    XmlNode around = text.parent();
    while (around != null && around != header) {
      if (around.is("time") || fields.contains(key(around.line1()))) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  private static Set<String> fields(WireItem item) {
    Set<String> fields = new HashSet<>();
    item.headlines.forEach(h -> fields.add(key(h.getValue())));
    item.descriptions.forEach(d -> fields.add(key(d.getValue())));
    item.edNotes.forEach(n -> fields.add(key(n.getValue())));
    item.keywords.forEach(k -> fields.add(key(k)));
    Stream.of(item.subjects, item.places, item.people, item.organisations, item.genres)
        .flatMap(List::stream)
        .forEach(c -> fields.add(key(String.valueOf(c.getName()))));
    for (Field field : List.of(Field.SLUGLINE, Field.BY, Field.TITLE, Field.LOCATED)) {
      fields.add(key(String.valueOf(item.get(field))));
    }
    return fields;
  }

  private static String key(String text) {
    return GAPS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
