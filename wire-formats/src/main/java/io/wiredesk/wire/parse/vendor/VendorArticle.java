package io.wiredesk.wire.parse.vendor;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.BodyByline;
import io.wiredesk.wire.parse.xml.BodyHtml;
import io.wiredesk.wire.parse.xml.Medium;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * One article in a publisher's own XML: elements and attributes to fields by their names. One use.
 */
final class VendorArticle {

  /** Whoever made a picture or is to be named below it. */
  private static final Pattern CREDIT =
      Pattern.compile("(?i)^(?:credit|creditline|photographer|fotograf|photographe|byline)$");

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final XmlNode node;
  private final FeedProfile profile;
  private final WireItem item = new WireItem();
  private final List<Value> times = new ArrayList<>();

  VendorArticle(XmlNode node, FeedProfile profile) {
    this.node = node;
    this.profile = profile;
  }

  /** A value and where it stands. */
  private record Value(FieldKind kind, String text, String origin) {}

  WireItem read() {
    attributes(node);
    children(node);
    times(Field.VERSION_CREATED, FieldKind.UPDATED, FieldKind.PUBLISHED, FieldKind.CREATED);
    times(Field.FIRST_CREATED, FieldKind.CREATED, FieldKind.PUBLISHED);
    times.stream()
        .filter(value -> value.kind() == FieldKind.EMBARGO)
        .forEach(value -> item.embargo(value.text(), profile.time(), value.origin()));
    times(Field.EXPIRES, FieldKind.EXPIRES);
    if (item.bodies.isEmpty()) {
      longest();
    }
    BodyByline.settle(item);
    return item;
  }

  private void children(XmlNode parent) {
    for (XmlNode child : parent.elements()) {
      FieldKind kind = FieldKind.of(child.name()).orElse(null);
      if (kind == FieldKind.BODY) {
        body(child);
      } else if (kind == FieldKind.MEDIA) {
        medium(child);
      } else if (!child.hasElements()) {
        attributes(child);
        value(kind, child.line1(), child.origin(), child.path());
      } else if (kind != null && isList(kind)) {
        child
            .descendants()
            .filter(n -> !n.hasElements())
            .forEach(n -> value(kind, n.line1(), n.origin(), n.path()));
      } else if (kind == FieldKind.HEADLINE || kind == FieldKind.ABSTRACT || kind == FieldKind.BY) {
        value(kind, child.line1(), child.origin(), child.path());
      } else {
        attributes(child);
        children(child);
      }
    }
  }

  private static boolean isList(FieldKind kind) {
    return kind == FieldKind.SUBJECT || kind == FieldKind.KEYWORD || kind == FieldKind.GENRE;
  }

  private void attributes(XmlNode of) {
    for (Map.Entry<String, String> attribute : of.attributes().entrySet()) {
      boolean own = of == node;
      FieldKind kind = own ? FieldKind.of(attribute.getKey()).orElse(null) : null;
      value(
          kind,
          attribute.getValue().strip(),
          of.origin(attribute.getKey()),
          of.path() + "/@" + attribute.getKey());
    }
    item.set(Field.LANGUAGE, of == node ? of.attr("xml:lang") : null, of.origin("xml:lang"));
  }

  private void value(@Nullable FieldKind kind, String raw, String origin, String path) {
    String text = raw.contains("&") ? Parser.unescapeEntities(raw, false) : raw;
    if (text.isEmpty()) {
      if (kind == FieldKind.EMBARGO) {
        item.embargoWithoutEnd(origin);
      }
      return;
    }
    if (kind == null || !text(kind, text, origin) && !flag(kind, text, origin)) {
      item.extras.putIfAbsent(path, text);
    }
  }

  private boolean text(FieldKind kind, String text, String origin) {
    switch (kind) {
      case HEADLINE -> item.headline(null, text);
      case SUBHEAD -> item.headline("subHeadline", text);
      case KICKER -> item.headline("kicker", text);
      case ABSTRACT -> item.description("summary", text);
      case BY -> item.set(Field.BY, text, origin);
      case LOCATED -> item.set(Field.LOCATED, text, origin);
      case UPDATED, PUBLISHED, CREATED, EMBARGO, EXPIRES ->
          times.add(new Value(kind, text, origin));
      case ID -> id(text, origin);
      case VERSION -> item.set(Field.VERSION, text, origin);
      case URGENCY -> item.urgency(text, profile, origin);
      case SUBJECT -> item.subjects.add(subject(text));
      case KEYWORD ->
          List.of(text.split("\\s*[,;]\\s*")).stream()
              .filter(k -> !k.isBlank() && !item.keywords.contains(k))
              .forEach(item.keywords::add);
      case GENRE -> item.genres.add(NewsCodes.named(text, null));
      case SOURCE -> {
        item.infoSources.add(NewsCodes.named(text, "source"));
        item.set(Field.PROVIDER, text, origin);
      }
      case COPYRIGHT -> item.set(Field.COPYRIGHT_NOTICE, text, origin);
      case USAGE -> item.set(Field.USAGE_TERMS, text, origin);
      case LANGUAGE -> item.set(Field.LANGUAGE, text, origin);
      case SLUG -> item.set(Field.SLUGLINE, text, origin);
      case EDNOTE -> item.edNotes.add(new EditorNote(null, text, true));
      case REPLACES -> item.actsOn.add(text);
      case LINK -> item.altIds.add(new AltId("link", text));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A state of work that nobody here knows is an extra, one of publication holds the item back. */
  private void status(FieldKind kind, String word, String origin) {
    PubStatus status =
        word.matches("usable|published|publish|live|released?|approved|online|public")
            ? PubStatus.USABLE
            : word.matches(
                    "(?:withheld|hold|held|draft|pending|planned|scheduled|unpublished)\\b.*")
                ? PubStatus.WITHHELD
                : word.matches("cancell?ed|killed|deleted|withdrawn") ? PubStatus.CANCELED : null;
    item.pubStatus(status, origin);
    if (word.startsWith("embargo")) {
      item.embargoWithoutEnd(origin);
    } else if (status == null && kind == FieldKind.PUBSTATUS) {
      item.unknownStatus(word, origin);
    }
  }

  /**
   * Status words and yes/no elements; what they do not understand stays an extra, and a status
   * holds the item back.
   */
  private boolean flag(FieldKind kind, String text, String origin) {
    String word = text.toLowerCase(Locale.ROOT);
    if (kind == FieldKind.STATUS || kind == FieldKind.PUBSTATUS) {
      status(kind, word, origin);
      return false;
    }
    if (!word.matches("true|1|yes|y|ja|oui|si")) {
      return false;
    }
    switch (kind) {
      case CANCELED -> {
        item.pubStatus(PubStatus.CANCELED, origin);
        item.signal(Signal.CANCEL, origin);
      }
      case CORRECTION -> item.signal(Signal.CORRECTION, origin);
      case ALERT -> {
        item.signal(Signal.ALERT, origin);
        item.set(Field.PROFILE, "alert", origin);
      }
      case UPDATE -> item.signal(Signal.UPDATE, origin);
      case TEST -> item.set(Field.PROFILE, "test", origin);
      case ADVISORY -> item.set(Field.PROFILE, "advisory", origin);
      default -> {
        // not a yes/no element
      }
    }
    return false;
  }

  private void id(String text, String origin) {
    if (item.get(Field.URI) == null) {
      item.set(Field.URI, text, origin);
    } else {
      item.altIds.add(new AltId("id", text));
    }
  }

  private static io.wiredesk.schemas.Concept subject(String text) {
    return Digits.are(text, 8, 8)
        ? NewsCodes.subject(text, null, null)
        : NewsCodes.named(text, null);
  }

  private void times(Field field, FieldKind... kinds) {
    for (FieldKind kind : kinds) {
      for (Value value : times) {
        if (value.kind() == kind) {
          item.readTime(field, value.text(), profile.time(), value.origin());
        }
      }
    }
  }

  private void body(XmlNode body) {
    if (body.hasElements()) {
      // a container of fields that happens to be called body or content
      boolean fields =
          body.elements().stream().anyMatch(e -> FieldKind.is(e.name(), FieldKind.BODY));
      if (fields) {
        children(body);
      } else {
        Bodies.offer(item, BodyHtml.of(List.of(body)), null, body.origin());
      }
      return;
    }
    VendorBody.offer(item, body);
  }

  private void medium(XmlNode media) {
    String href = null;
    for (XmlNode n :
        java.util.stream.Stream.concat(java.util.stream.Stream.of(media), media.descendants())
            .toList()) {
      for (String attribute : List.of("url", "href", "src", "source")) {
        href = href == null ? n.attr(attribute) : href;
      }
      boolean link = !n.hasElements() && LINK.matcher(n.line1()).matches();
      href = href == null && link ? n.line1() : href;
    }
    if (href != null && !href.isBlank()) {
      String caption =
          media
              .descendants()
              .filter(
                  n ->
                      FieldKind.is(n.name(), FieldKind.ABSTRACT)
                          || FieldKind.is(n.name(), FieldKind.HEADLINE))
              .map(XmlNode::line1)
              .findFirst()
              .orElse(null);
      String credit =
          media
              .descendants()
              .filter(n -> CREDIT.matcher(n.name()).find())
              .map(XmlNode::line1)
              .filter(line -> !line.isEmpty())
              .findFirst()
              .orElse(null);
      Bodies.associate(
          item,
          new Medium(Medium.type(media.name() + href), href.strip(), caption, credit, List.of()));
    } else if (!media.line1().isEmpty()) {
      item.extras.putIfAbsent(media.path(), media.line1());
    }
  }

  /** No element is called a body: the longest text that is no field already. */
  private void longest() {
    XmlNode longest = null;
    for (XmlNode child : node.descendants().toList()) {
      boolean named = FieldKind.of(child.name()).isPresent();
      if (!named && (longest == null || child.line1().length() > longest.line1().length())) {
        longest = child;
      }
    }
    if (longest != null && longest.line1().length() > 120) {
      XmlNode body = longest;
      item.extras.values().removeIf(value -> value.equals(body.line1()));
      Bodies.offer(item, BodyHtml.of(List.of(body)), null, body.origin());
    }
  }
}
