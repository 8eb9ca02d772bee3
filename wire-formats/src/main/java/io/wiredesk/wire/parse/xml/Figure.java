package io.wiredesk.wire.parse.xml;

import io.wiredesk.schemas.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a NITF media element, an XHTML figure or a lone img shows.
 *
 * @param media one medium a picture or video; none where nothing refers to a file
 * @param images img tags to write
 */
record Figure(List<Medium> media, List<String> images) {

  static Figure of(XmlNode node, String name) {
    return name.equals("media") ? nitf(node) : html(node);
  }

  /** NITF 3.6 media: several media-reference are renditions of one thing. */
  private static Figure nitf(XmlNode node) {
    String caption = joined(node, "media-caption");
    String credit = joined(node, "media-producer");
    List<Rendition> renditions = new ArrayList<>();
    List<String> images = new ArrayList<>();
    String type = Medium.type(node.attrOr("media-type"));
    String uri = null;
    for (XmlNode reference : node.all("media-reference")) {
      String source = firstOf(reference, "source", "source-url", "name", "data-location");
      if (source != null) {
        uri = uri == null ? source : uri;
        renditions.add(rendition(reference, source, renditions.size() + 1));
        if (type.equals("picture") && images.isEmpty()) {
          images.add(image(source, reference.attr("alternate-text")));
        }
      }
    }
    return uri == null
        ? new Figure(List.of(), List.of())
        : new Figure(List.of(new Medium(type, uri, caption, credit, renditions)), images);
  }

  private static Figure html(XmlNode node) {
    List<Medium> media = new ArrayList<>();
    List<String> images = new ArrayList<>();
    String caption = joined(node, "figcaption");
    Stream.concat(Stream.of(node), node.descendants())
        .filter(n -> List.of("img", "video", "audio", "source", "iframe").contains(lower(n)))
        .forEach(
            n -> {
              String source = firstOf(n, "src", "source", "href", "data-src");
              if (source != null) {
                boolean image = lower(n).equals("img");
                String type = image ? "picture" : Medium.type(lower(n) + n.attrOr("type"));
                String text = caption == null ? n.attr("alt") : caption;
                media.add(new Medium(type, source, text, null, List.of(rendition(n, source, 1))));
                if (image) {
                  images.add(image(source, n.attr("alt")));
                }
              }
            });
    return new Figure(media, images);
  }

  private static Rendition rendition(XmlNode node, String source, int number) {
    boolean link = source.contains("://");
    String mime = node.attr("mime-type") == null ? node.attr("type") : node.attr("mime-type");
    return new Rendition(
        number == 1 ? "original" : "rendition" + number,
        link ? source : null,
        mime,
        link ? null : source,
        Medium.number(node.attr("width")),
        Medium.number(node.attr("height")),
        null);
  }

  private static String image(String source, @Nullable String alternative) {
    return "<img" + Html.attribute("src", source) + Html.attribute("alt", alternative) + ">";
  }

  private static @Nullable String joined(XmlNode node, String child) {
    List<String> texts =
        node.descendants()
            .filter(n -> n.name().equalsIgnoreCase(child))
            .map(XmlNode::line1)
            .filter(t -> !t.isEmpty())
            .toList();
    return texts.isEmpty() ? null : String.join(" ", texts);
  }

  private static @Nullable String firstOf(XmlNode node, String... attributes) {
    for (String attribute : attributes) {
      if (!node.attrOr(attribute).isBlank()) {
        return node.attrOr(attribute).strip();
      }
    }
    return null;
  }

  private static String lower(XmlNode node) {
    return node.name().toLowerCase(Locale.ROOT);
  }
}
