package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Enclosures and the Media RSS module of an entry as associations. Stateless. */
final class FeedMedia {

  private static final Map<String, String> TYPES =
      Map.of("image", "picture", "video", "video", "audio", "audio", "document", "text");

  private static final String[] ADDRESSES = {"url", "href", "src"};
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private FeedMedia() {}

  /** Takes the element where it is one of media; false where it is none. */
  static boolean read(String name, FeedNode node, WireItem item) {
    switch (name) {
      case "enclosure", "media:content", "media:player" -> add(node, item);
      case "media:group" -> group(node, item);
      case "media:thumbnail", "itunes:image", "image", "thumbnail" -> thumbnail(node, item);
      case "media:title" -> item.set(Field.TITLE, FeedTexts.plain(node), node.xml().origin());
      case "media:description", "media:text" -> item.description("media", FeedTexts.plain(node));
      case "media:credit" ->
          item.infoSources.add(
              new Concept(node.line1(), null, null, role(node), Creator.WIRE, null, null));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** An enclosure by a link. */
  static void enclosure(FeedNode node, String url, WireItem item) {
    item.associations.add(
        new Association(
            "media" + (item.associations.size() + 1),
            url,
            type(node),
            "enclosure",
            node.attr("title"),
            null,
            null,
            List.of(rendition("main", node, url))));
  }

  private static void add(FeedNode node, WireItem item) {
    String url = url(node);
    if (url != null && item.associations.stream().noneMatch(a -> a.getUri().equals(url))) {
      List<Rendition> renditions = new ArrayList<>();
      renditions.add(rendition("main", node, url));
      thumbnails(node, renditions);
      item.associations.add(association(node, node, url, item, renditions));
    }
  }

  /** Several technical forms of one medium. */
  private static void group(FeedNode node, WireItem item) {
    List<Rendition> renditions = new ArrayList<>();
    FeedNode first = null;
    for (FeedNode child : node.elements()) {
      String url = child.is("media:content") ? url(child) : null;
      if (url != null) {
        first = first == null ? child : first;
        renditions.add(rendition("form" + (renditions.size() + 1), child, url));
      }
    }
    thumbnails(node, renditions);
    if (first != null) {
      item.associations.add(association(first, node, String.valueOf(url(first)), item, renditions));
    }
  }

  private static void thumbnail(FeedNode node, WireItem item) {
    String url = url(node);
    if (url != null && item.associations.isEmpty()) {
      item.associations.add(
          new Association(
              "thumbnail",
              url,
              "picture",
              "thumbnail",
              null,
              null,
              null,
              List.of(rendition("thumbnail", node, url))));
    } else if (url != null) {
      item.extras.putIfAbsent("thumbnail", url);
    }
  }

  private static Association association(
      FeedNode medium, FeedNode texts, String url, WireItem item, List<Rendition> renditions) {
    return new Association(
        "media" + (item.associations.size() + 1),
        url,
        type(medium),
        medium.xml().is("enclosure") ? "enclosure" : null,
        text(texts, medium, "media:title"),
        text(texts, medium, "media:description"),
        text(texts, medium, "media:credit"),
        renditions);
  }

  /** The group's text, else that of the medium itself. */
  private static @Nullable String text(FeedNode group, FeedNode medium, String name) {
    String text = child(group, name);
    return text == null ? child(medium, name) : text;
  }

  private static void thumbnails(FeedNode node, List<Rendition> renditions) {
    for (FeedNode child : node.elements()) {
      String url = child.is("media:thumbnail") ? url(child) : null;
      if (url != null) {
        renditions.add(rendition("thumbnail", child, url));
      }
    }
  }

  private static @Nullable String child(FeedNode node, String name) {
    for (FeedNode each : node.elements()) {
      String text = each.is(name) ? FeedTexts.plain(each) : "";
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String url(FeedNode node) {
    for (String name : ADDRESSES) {
      if (!node.attrOr(name).isBlank()) {
        return node.attrOr(name).strip();
      }
    }
    String text = node.line1();
    return text.startsWith("http") && ADDRESS.matcher(text).matches() ? text : null;
  }

  private static @Nullable String type(FeedNode node) {
    String medium = node.attr("medium");
    String mime = node.attrOr("type").toLowerCase(Locale.ROOT);
    return TYPES.get(medium == null ? kind(mime) : medium.toLowerCase(Locale.ROOT));
  }

  private static String kind(String mime) {
    int slash = mime.indexOf('/');
    return slash < 0 ? mime : mime.substring(0, slash);
  }

  private static @Nullable String role(FeedNode node) {
    String role = node.attr("role");
    return role == null ? "credit" : role;
  }

  private static Rendition rendition(String name, FeedNode node, String url) {
    Long size = number(node, "length", "fileSize");
    Long width = number(node, "width");
    Long height = number(node, "height");
    return new Rendition(
        name,
        url,
        node.attr("type"),
        null,
        width == null ? null : Integer.valueOf(Math.toIntExact(width)),
        height == null ? null : Integer.valueOf(Math.toIntExact(height)),
        size);
  }

  private static @Nullable Long number(FeedNode node, String... names) {
    for (String name : names) {
      String value = node.attrOr(name).strip();
      if (isNumber(value)) {
        return Long.valueOf(value);
      }
    }
    return null;
  }

  /** One to nine digits. */
  private static boolean isNumber(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() < 10;
  }
}
