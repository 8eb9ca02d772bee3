package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.nitf.NitfParser;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.BodyByline;
import io.wiredesk.wire.parse.xml.BodyHtml;
import io.wiredesk.wire.parse.xml.Datelines;
import io.wiredesk.wire.parse.xml.Medium;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.PlainText;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * contentSet and groupSet: inline XML (NITF, XHTML, anything else with text) and inline data to
 * bodies, remote content to renditions, the references of a package to associations.
 */
final class G2Content {

  private final XmlNode node;
  private final WireItem item;
  private final G2Concepts concepts;
  private final FeedProfile profile;

  G2Content(XmlNode node, WireItem item, G2Concepts concepts, FeedProfile profile) {
    this.node = node;
    this.item = item;
    this.concepts = concepts;
    this.profile = profile;
  }

  void read() {
    for (XmlNode set : node.all("contentSet")) {
      set.all("inlineXML").forEach(this::inlineXml);
      set.all("inlineData").forEach(this::inlineData);
      set.all("remoteContent").forEach(this::remote);
    }
    for (XmlNode group : node.path("groupSet", "group")) {
      group.all("itemRef").forEach(ref -> reference(ref, group));
    }
    BodyByline.settle(item);
    for (XmlNode dateline : node.path("contentMeta", "dateline")) {
      Datelines.settle(item, dateline);
    }
  }

  private void words(XmlNode inline) {
    if (!inline.attrOr("wordcount").isBlank()) {
      G2Extras.put(item, inline.path() + "/@wordcount", inline.attrOr("wordcount").strip());
    }
  }

  private void inlineXml(XmlNode inline) {
    words(inline);
    for (XmlNode root : inline.elements()) {
      if (root.is("nitf")) {
        NitfParser.read(root, item, profile);
      } else {
        Set<XmlNode> repeated = RepeatedHeader.in(root, item);
        BodyHtml.Body body = BodyHtml.without(List.of(root), repeated);
        Bodies.offer(item, body, null, root.origin());
      }
    }
    if (!inline.hasElements()) {
      item.text(PlainText.paragraphs(inline.text()), null, inline.origin());
    }
  }

  private void inlineData(XmlNode inline) {
    String type = inline.attrOr("contenttype").toLowerCase(Locale.ROOT);
    @Nullable String value = inline.text().strip();
    words(inline);
    if (!inline.attrOr("encoding").isBlank()) {
      value = decoded(inline, value);
    }
    if (value == null) {
      G2Extras.put(item, inline.path() + "/@contenttype", type + ", base64, not read");
    } else if (type.contains("html") || PlainText.looksLikeHtml(value)) {
      item.html(value, null, inline.origin());
    } else {
      item.text(PlainText.paragraphs(value), null, inline.origin());
    }
  }

  /** Text that was sent in base64 (RFC 2045 §6.8); null for other data and other encodings. */
  private static @Nullable String decoded(XmlNode inline, String value) {
    String type = inline.attrOr("contenttype").toLowerCase(Locale.ROOT);
    boolean text = type.isEmpty() || type.startsWith("text/") || type.contains("xml");
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value);
      return text ? WireText.of(bytes, WireText.label(type)).value().strip() : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** A file of the item. ninjs names renditions; a name that is taken gets a number. */
  private void remote(XmlNode remote) {
    String href = remote.attr("href");
    String title =
        remote.attr("residref") == null ? remote.textAt("altId") : remote.attr("residref");
    if ((href == null || href.isBlank()) && title == null) {
      return;
    }
    String stated = NewsCodes.local(remote.attr("rendition"));
    String name = stated == null ? "rendition" + (item.renditions.size() + 1) : stated;
    boolean taken = item.renditions.stream().anyMatch(r -> r.getName().equals(name));
    Integer size = Medium.number(remote.attr("size"));
    G2Details.file(remote, taken ? name + (item.renditions.size() + 1) : name, item);
    item.renditions.add(
        new Rendition(
            taken ? name + (item.renditions.size() + 1) : name,
            href == null || href.isBlank() ? null : href.strip(),
            remote.attr("contenttype"),
            title,
            Medium.number(remote.attr("width")),
            Medium.number(remote.attr("height")),
            size == null ? null : Long.valueOf(size)));
  }

  private void reference(XmlNode ref, XmlNode group) {
    String uri = ref.attr("residref") == null ? ref.attrOr("href") : ref.attrOr("residref");
    if (uri.isBlank()) {
      return;
    }
    String nature = ref.attrAt("itemClass", "qcode");
    String name = Bodies.freeName(item, "item");
    G2Details.reference(ref, name, item);
    item.associations.add(
        new Association(
            name,
            uri.strip(),
            nature == null ? null : G2Types.ninjs(String.valueOf(NewsCodes.local(nature))),
            NewsCodes.local(group.attr("role")),
            text(ref, "headline", "title"),
            text(ref, "description"),
            ref.textAt("creditline"),
            new ArrayList<>()));
  }

  private static @Nullable String text(XmlNode node, String... names) {
    for (String name : names) {
      if (node.textAt(name) != null) {
        return node.textAt(name);
      }
    }
    return null;
  }
}
