package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Associations and renditions: objects by name (ninjs 1.x, AP) or arrays with names (2.x, 3.x,
 * dpa). An associated item stays an association of the item that carries it, as the standard has
 * it, and does not become an item of its own, as some systems make it. Stateless.
 */
final class Media {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("image", "picture"),
          Map.entry("photo", "picture"),
          Map.entry("photograph", "picture"),
          Map.entry("story", "text"),
          Map.entry("article", "text"),
          Map.entry("news", "text"),
          Map.entry("preformatted", "text"),
          Map.entry("infographic", "graphic"),
          Map.entry("package", "composite"));
  private static final List<String> NINJS =
      List.of("text", "audio", "video", "picture", "graphic", "composite", "component");

  private Media() {}

  /** The ninjs type that a type's word means; null for words that ninjs has no type for. */
  static @Nullable String type(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return NINJS.contains(lower) ? lower : TYPES.get(lower);
  }

  /**
   * @param extras takes what a rendition has no field for, by its name under {@code path}
   */
  static void renditions(
      @Nullable JsonNode node, List<Rendition> to, String path, Map<String, String> extras) {
    named(node, "rendition", (name, each) -> to.add(rendition(name, each, path, extras)));
  }

  /**
   * @param owner identifier of the item that carries them; names those that have none of their own
   */
  static void associations(@Nullable JsonNode node, WireItem item, String owner) {
    named(
        node,
        "association",
        (name, each) -> {
          if (each.isArray()) {
            int at = 0;
            for (JsonNode inner : each) {
              item.associations.add(association(name + ++at, inner, owner, item.extras));
            }
          } else {
            item.associations.add(association(name, each, owner, item.extras));
          }
        });
  }

  private static Association association(
      String name, JsonNode node, String owner, Map<String, String> extras) {
    Fields f = new Fields(node);
    String called = f.text("name");
    String label = called == null ? name : called;
    String path = "associations/" + label;
    List<Rendition> renditions = new ArrayList<>();
    renditions(f.node("renditions"), renditions, path + "/renditions", extras);
    String own = f.text("uri", "urn", "guid");
    Association association = association(f, label, own, owner, renditions);
    f.keepUnread(path, extras);
    for (String texts : List.of("headlines", "descriptions")) {
      if (f.list(texts).size() > 1) {
        extras.putIfAbsent(path + "/" + texts, String.valueOf(f.node(texts)));
      }
    }
    return association;
  }

  private static Association association(
      Fields f, String label, @Nullable String own, String owner, List<Rendition> renditions) {
    return new Association(
        label,
        own != null ? own : uri(f, renditions, owner + "#" + label),
        type(f.text("type", "mediatype")),
        f.text("rel", "rels", "relation"),
        value(f, "headlines", "headline", "title"),
        value(f, "descriptions", "descriptiontext", "caption", "descriptioncaption", "description"),
        f.text("creditline", "credit", "by", "byline", "copyrightholder"),
        renditions);
  }

  private static String uri(Fields f, List<Rendition> renditions, String otherwise) {
    String link = f.text("href", "url");
    if (link != null) {
      return link;
    }
    for (Rendition rendition : renditions) {
      if (rendition.getHref() != null) {
        return rendition.getHref();
      }
    }
    return otherwise;
  }

  /** First value of a ninjs 2/3 array, else one of the plain fields. */
  private static @Nullable String value(Fields f, String array, String... plain) {
    for (JsonNode each : f.list(array)) {
      String value = each.isObject() ? new Fields(each).text("value", "description") : null;
      if (value != null) {
        return value;
      }
    }
    return f.text(plain);
  }

  private static Rendition rendition(
      String name, JsonNode node, String path, Map<String, String> extras) {
    Fields f = new Fields(node);
    String called = f.text("name", "role");
    String label = called == null ? name : called;
    Long size = Fields.bytes(f.node("sizeinbytes", "filesize"));
    Rendition rendition = rendition(f, label, size);
    f.keepUnread(path + "/" + label, extras);
    return rendition;
  }

  private static Rendition rendition(Fields f, String label, @Nullable Long size) {
    return new Rendition(
        label,
        f.text("href", "url"),
        f.text("contenttype", "mimetype"),
        f.text("title", "filename", "originalfilename"),
        f.number("width"),
        f.number("height"),
        size);
  }

  private interface Each {
    void take(String name, JsonNode node);
  }

  private static void named(@Nullable JsonNode node, String word, Each each) {
    if (node == null) {
      return;
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (entry.getValue().isContainerNode()) {
          each.take(entry.getKey(), entry.getValue());
        }
      }
      return;
    }
    int at = 0;
    for (JsonNode element : node) {
      at++;
      if (element.isObject()) {
        each.take(name(element, word + at), element);
      }
    }
  }

  private static String name(JsonNode element, String otherwise) {
    if (element.path("is_featureimage").asBoolean(false)) {
      return "featureimage";
    }
    JsonNode id = element.path("id");
    return id.isTextual() && !id.asText().isBlank() ? id.asText() : otherwise;
  }
}
