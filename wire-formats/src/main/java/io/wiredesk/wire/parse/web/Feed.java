package io.wiredesk.wire.parse.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about all its entries. Immutable.
 *
 * @param values first value of each element of the channel or feed that entries ask for
 * @param atom true for Atom
 * @param base what relative addresses are relative to
 */
record Feed(Map<String, String> values, boolean atom, FeedBase base) {

  private static final String LANGUAGE = "xml:lang";
  private static final Set<String> WANTED =
      Set.of(
          "language",
          "dc:language",
          "copyright",
          "rights",
          "dc:rights",
          "dc:publisher",
          "title",
          "author");

  static Feed of(FeedNode root, @Nullable String source) {
    Map<String, String> values = new HashMap<>();
    if (!root.isEntry()) {
      collect(root, values);
      for (FeedNode channel : root.elements()) {
        if (channel.is("channel")) {
          collect(channel, values);
        }
      }
    }
    return new Feed(values, root.is("feed"), new FeedBase(root.xml(), source));
  }

  @Nullable String language() {
    return first("language", "dc:language", LANGUAGE);
  }

  @Nullable String rights() {
    return first("copyright", "rights", "dc:rights");
  }

  @Nullable String provider() {
    return first("dc:publisher", "title", "author");
  }

  @Nullable String author() {
    return values.get("author");
  }

  private @Nullable String first(String one, String other, String last) {
    String value = values.get(one);
    value = value == null ? values.get(other) : value;
    return value == null ? values.get(last) : value;
  }

  private static void collect(FeedNode parent, Map<String, String> values) {
    String language = parent.attr(LANGUAGE);
    if (language != null && !language.isBlank()) {
      values.putIfAbsent(LANGUAGE, language);
    }
    for (FeedNode node : parent.elements()) {
      if (!WANTED.contains(node.name()) || values.containsKey(node.name())) {
        continue;
      }
      String person = node.is("author") ? FeedTexts.person(node) : null;
      String value = person == null ? node.line1() : person;
      if (!value.isEmpty()) {
        values.put(node.name(), value);
      }
    }
  }
}
