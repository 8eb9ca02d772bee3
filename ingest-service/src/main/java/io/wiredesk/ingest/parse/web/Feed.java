package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.xml.XmlNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about all its entries. Immutable.
 *
 * @param values first value of each element of the channel or feed that is not an entry
 * @param atom true for Atom
 * @param base what relative addresses are relative to
 */
record Feed(Map<String, String> values, boolean atom, FeedBase base) {

  static Feed of(XmlNode root, @Nullable String source) {
    Map<String, String> values = new HashMap<>();
    if (!FeedParser.isEntry(root)) {
      collect(root, values);
      root.elements().stream()
          .filter(node -> FeedNames.of(node).equals("channel"))
          .forEach(channel -> collect(channel, values));
    }
    return new Feed(values, FeedNames.of(root).equals("feed"), FeedBase.of(root, source));
  }

  @Nullable String first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static void collect(XmlNode parent, Map<String, String> values) {
    String language = parent.attr("xml:lang");
    if (language != null && !language.isBlank()) {
      values.putIfAbsent("xml:lang", language);
    }
    for (XmlNode node : parent.elements()) {
      String name = FeedNames.of(node);
      if (name.equals("channel") || FeedParser.isEntry(node)) {
        continue;
      }
      String person = name.equals("author") ? FeedTexts.person(node) : null;
      String value = person == null ? node.line1() : person;
      if (!value.isEmpty()) {
        values.putIfAbsent(name, value);
      }
    }
  }
}
