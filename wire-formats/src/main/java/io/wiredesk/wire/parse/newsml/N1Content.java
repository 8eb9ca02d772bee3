package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Association;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireBody;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.nitf.NitfParser;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.BodyHtml;
import io.wiredesk.wire.parse.xml.PlainText;
import io.wiredesk.wire.parse.xml.Whitespace;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ContentItems to body, headlines, descriptions and renditions, by the role of their component. The
 * copy of several components (lead and body; body and contacts) is one body in document order,
 * contacts last; the same text in a second format is left out.
 */
final class N1Content {

  private final WireItem item;
  private final FeedProfile profile;
  private final List<WireBody> parts = new ArrayList<>();
  private final List<WireBody> last = new ArrayList<>();
  private @Nullable String origin;

  N1Content(WireItem item, FeedProfile profile) {
    this.item = item;
    this.profile = profile;
  }

  void read(XmlNode content, XmlNode component) {
    if (!content.attrOr("Href").isBlank()) {
      N1Media.rendition(content, component, item);
    }
    for (XmlNode facts : content.all("Characteristics")) {
      // what a rendition has no field for: words, characters, colour depth, …
      N1.properties(facts, item);
    }
    for (XmlNode data : content.all("DataContent")) {
      data(data, content, N1.role(component));
    }
    for (XmlNode encoding : content.path("Encoding", "DataContent")) {
      G2Extras.put(item, encoding.path(), "encoded content, not read");
    }
  }

  /** A reference to another NewsItem. */
  void reference(XmlNode ref) {
    String uri = ref.attrOr("NewsItem").strip();
    if (!uri.isEmpty()) {
      item.associations.add(
          new Association(
              Bodies.freeName(item, "item"),
              uri,
              null,
              null,
              null,
              ref.textAt("Comment"),
              null,
              new ArrayList<>()));
    }
  }

  private void data(XmlNode data, XmlNode content, String role) {
    String text = data.text();
    if (text.isBlank()) {
      return;
    }
    switch (role) {
      case "title", "headline" -> headline(null, data.line1());
      case "subheadline", "subtitle", "subtitre" -> headline("subHeadline", data.line1());
      case "abstract", "summary", "synopsis", "description" -> item.description(role, data.line1());
      case "caption" -> item.description("caption", data.line1());
      case "stylesheet", "tweettext" -> G2Extras.put(item, data.path() + "/" + role, data.line1());
      case "contact", "contacts", "about", "boilerplate" -> copy(data, content, last);
      default -> copy(data, content, parts);
    }
  }

  private void headline(@Nullable String role, String value) {
    boolean known = item.headlines.stream().anyMatch(h -> h.getValue().equals(value));
    if (!known) {
      item.headline(role, value);
    }
  }

  private void copy(XmlNode data, XmlNode content, List<WireBody> into) {
    origin = origin == null ? data.origin() : origin;
    String mime =
        (content.first("MimeType").map(N1::value).orElse("")
                + content.first("Format").map(N1::value).orElse(""))
            .toLowerCase(Locale.ROOT);
    if (mime.contains("image/") || mime.contains("base64")) {
      G2Extras.put(item, data.path(), "encoded content, not read");
    } else if (!data.hasElements()) {
      text(data, into);
    } else {
      elements(data, into);
    }
  }

  private void text(XmlNode data, List<WireBody> into) {
    String text = data.text();
    boolean html = PlainText.looksLikeHtml(text);
    add(into, new WireBody(html, html ? text.strip() : PlainText.paragraphs(text), null));
  }

  private void elements(XmlNode data, List<WireBody> into) {
    for (XmlNode root : data.elements()) {
      if (root.is("nitf")) {
        int before = item.bodies.size();
        NitfParser.read(root, item, profile);
        while (item.bodies.size() > before) {
          add(into, item.bodies.remove(before));
        }
        return;
      }
    }
    BodyHtml.Body body = BodyHtml.of(List.of(data));
    body.media().forEach(medium -> Bodies.associate(item, medium));
    add(into, new WireBody(true, body.html(), null));
  }

  private static void add(List<WireBody> into, WireBody part) {
    boolean empty = part.html() ? !Whitespace.hasBare(part.content()) : part.content().isBlank();
    if (!empty && !isKnown(into, part)) {
      into.add(part);
    }
  }

  private static boolean isKnown(List<WireBody> parts, WireBody part) {
    if (parts.isEmpty()) {
      return false;
    }
    String bare = bare(part);
    return parts.stream().anyMatch(p -> bare(p).contains(bare));
  }

  /** Puts the parts together and offers them; call once, at the end. */
  void finish() {
    for (WireBody end : last) {
      String hinted =
          (end.html() ? end.content() : PlainText.html(end.content()))
              .replace("<p>", "<p class=\"boilerplate\">");
      parts.add(new WireBody(true, hinted, null));
    }
    if (parts.isEmpty() || origin == null) {
      return;
    }
    boolean html = parts.stream().anyMatch(WireBody::html);
    StringBuilder body = new StringBuilder();
    for (WireBody part : parts) {
      if (html) {
        body.append(part.html() ? part.content() : PlainText.html(part.content()));
      } else {
        body.append(body.length() > 0 ? "\n\n" : "").append(part.content());
      }
    }
    if (html) {
      item.html(body.toString(), null, origin);
    } else {
      item.text(body.toString(), null, origin);
    }
    item.set(Field.TYPE, "text", origin);
  }

  private static String bare(WireBody part) {
    return part.html() ? Whitespace.bare(part.content()) : Whitespace.squeeze(part.content());
  }
}
