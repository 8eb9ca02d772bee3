package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One language of a NewsItem whose NewsComponents beside each other tell the story in several. Each
 * is an item of its own, since an item has one language; what stands above or beside these
 * components without a language belongs to all. Its uri is that of the NewsItem with the language
 * behind it, whatever the order of the components; that of the NewsItem is an altId of the role
 * "edition", so that a kill of the NewsItem reaches every language. Immutable.
 *
 * @param language primary subtag, lower case; null where the NewsItem has one language or none
 * @param siblings the components in several languages, with their languages
 */
record N1Edition(@Nullable String language, Map<XmlNode, String> siblings) {

  /** Role of the altId that is the NewsItem's own uri. */
  private static final String EDITION = "edition";

  private static final N1Edition WHOLE = new N1Edition(null, Map.of());

  /** The editions of a NewsItem, in document order; one where it has no more than one language. */
  static List<N1Edition> of(XmlNode newsItem) {
    Map<XmlNode, String> siblings = languages(newsItem);
    List<String> languages = siblings.values().stream().distinct().toList();
    return languages.size() < 2
        ? List.of(WHOLE)
        : languages.stream().map(language -> new N1Edition(language, siblings)).toList();
  }

  /** Gives an item its uri, once it has the NewsItem's. */
  void identify(WireItem item) {
    String uri = item.get(Field.URI);
    if (language != null && uri != null) {
      String origin = item.origins().get(Field.URI);
      item.withdraw(Field.URI);
      item.set(Field.URI, uri + ":" + language, String.valueOf(origin));
      item.altIds.add(new AltId(EDITION, uri));
    }
  }

  /** True where a component or a line of news is of another language of this NewsItem. */
  boolean isOther(XmlNode node) {
    String own = siblings.containsKey(node) ? siblings.get(node) : primary(node.attr("xml:lang"));
    return language != null
        && own != null
        && !own.equals(language)
        && (siblings.containsKey(node)
            || (!node.is("NewsComponent") && siblings.containsValue(own)));
  }

  /** True where the node stands within a component of another language. */
  boolean isWithinOther(XmlNode node) {
    return siblings.keySet().stream()
        .anyMatch(
            other ->
                isOther(other) && (other == node || other.descendants().anyMatch(node::equals)));
  }

  /** The outermost components beside each other that have copy in several languages. */
  private static Map<XmlNode, String> languages(XmlNode parent) {
    Map<XmlNode, String> found = new LinkedHashMap<>();
    for (XmlNode component : parent.all("NewsComponent")) {
      String language = language(component);
      if (language != null && N1Components.hasCopy(component)) {
        found.put(component, language);
      }
    }
    if (found.values().stream().distinct().count() > 1) {
      return found;
    }
    return parent.all("NewsComponent").stream()
        .map(N1Edition::languages)
        .filter(below -> !below.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  private static @Nullable String language(XmlNode component) {
    String stated = primary(component.attr("xml:lang"));
    if (stated != null) {
      return stated;
    }
    return component.path("DescriptiveMetadata", "Language").stream()
        .map(node -> primary(N1.value(node)))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseGet(
            () ->
                component.all("ContentItem").stream()
                    .map(node -> primary(node.attr("xml:lang")))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null));
  }

  private static @Nullable String primary(@Nullable String tag) {
    String language = tag == null ? "" : tag.strip().toLowerCase(Locale.ROOT);
    return language.isEmpty() ? null : language.split("[-_]")[0];
  }
}
