package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.Medium;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of a NewsItem: of its own, or of a media component that goes with it. Stateless. */
final class N1Media {

  private N1Media() {}

  /** A component of pictures or video becomes one association with its files as renditions. */
  static void associate(XmlNode component, WireItem item) {
    List<XmlNode> files =
        Stream.concat(Stream.of(component), component.descendants())
            .filter(n -> n.is("ContentItem") && !n.attrOr("Href").isBlank())
            .toList();
    if (files.isEmpty()) {
      G2Extras.keep(component, item);
      return;
    }
    String name = Bodies.freeName(item, "media");
    leftovers(component, name, item);
    List<Rendition> renditions = new ArrayList<>();
    files.forEach(f -> renditions.add(rendition(f, f.parent(), renditions.size() + 1)));
    item.associations.add(
        new Association(
            name,
            files.get(0).attrOr("Href").strip(),
            type(component, files.get(0)),
            N1.role(component),
            headline(component),
            caption(component),
            first(component, "CreditLine"),
            renditions));
  }

  /** What an association has no field for: further lines, keywords, places, rights. */
  private static void leftovers(XmlNode component, String name, WireItem item) {
    component
        .descendants()
        .forEach(
            node -> {
              String key = name + "/" + node.name();
              switch (node.name()) {
                case "ByLine",
                    "CopyrightLine",
                    "DateLine",
                    "KeywordLine",
                    "SlugLine",
                    "RightsLine",
                    "CopyrightHolder",
                    "NewsLineText",
                    "SubHeadLine" -> {
                  if (!node.line1().isEmpty()) {
                    G2Extras.put(item, key, node.line1());
                  }
                }
                case "AdministrativeMetadata",
                    "DescriptiveMetadata",
                    "Location",
                    "Metadata",
                    "Characteristics" ->
                    N1.properties(node, item);
                default -> {
                  // a field of the association, or structure
                }
              }
            });
  }

  /** A file beside the item's own copy, or the item itself where it is a picture. */
  static void rendition(XmlNode content, XmlNode component, WireItem item) {
    Rendition rendition = rendition(content, component, item.renditions.size() + 1);
    boolean taken = item.renditions.stream().anyMatch(r -> r.getName().equals(rendition.getName()));
    if (taken) {
      rendition.setName(rendition.getName() + (item.renditions.size() + 1));
    }
    item.renditions.add(rendition);
    String media = content.first("MediaType").map(N1::value).orElse("");
    if (!media.isEmpty() && !media.equalsIgnoreCase("text")) {
      item.set(Field.TYPE, type(component, content), content.origin());
    }
  }

  private static Rendition rendition(XmlNode content, @Nullable XmlNode component, int number) {
    String href = content.attrOr("Href").strip();
    Optional<XmlNode> facts = content.first("Characteristics");
    Integer size = facts.map(c -> Medium.number(c.textAt("SizeInBytes"))).orElse(null);
    String role = component == null ? "" : N1.role(component);
    String use =
        facts.flatMap(c -> N1.property(c, "ImageUse")).orElse(role.isEmpty() ? "rendition" : role);
    return new Rendition(
        use.equals("rendition") ? use + number : use,
        href.contains("://") ? href : null,
        mime(content),
        href.contains("://") ? null : href,
        pixels(facts, "Width"),
        pixels(facts, "Height"),
        size == null ? null : Long.valueOf(size));
  }

  private static @Nullable Integer pixels(Optional<XmlNode> facts, String side) {
    return facts
        .flatMap(c -> N1.property(c, "Pixel" + side).or(() -> N1.property(c, side)))
        .map(Medium::number)
        .orElse(null);
  }

  private static @Nullable String mime(XmlNode content) {
    String mime = content.first("MimeType").map(N1::value).orElse("");
    return mime.isEmpty() ? null : mime;
  }

  private static String type(XmlNode component, XmlNode content) {
    String hints =
        content.first("MediaType").map(N1::value).orElse("")
            + " "
            + String.valueOf(mime(content))
            + " "
            + content.first("Format").map(N1::value).orElse("")
            + " "
            + N1.role(component);
    return Medium.type(hints);
  }

  private static @Nullable String headline(XmlNode component) {
    String line = first(component, "HeadLine");
    return line == null ? data(component, "title", "headline") : line;
  }

  private static @Nullable String caption(XmlNode component) {
    String data = data(component, "caption", "body", "description");
    return data == null ? first(component, "CaptionLine") : data;
  }

  private static @Nullable String data(XmlNode component, String... roles) {
    return component.below("NewsComponent").stream()
        .filter(n -> List.of(roles).contains(N1.role(n)))
        .flatMap(n -> n.path("ContentItem", "DataContent").stream())
        .map(XmlNode::line1)
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String first(XmlNode component, String name) {
    return component.below(name).stream()
        .map(XmlNode::line1)
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
