package io.wiredesk.wire.parse.nitf;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.BodyHtml;
import io.wiredesk.wire.parse.xml.Datelines;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a NITF document: body.head to fields, body.content and body.end (tagline,
 * bibliography) to the HTML body; notes to editors are edNotes; names marked in the text become
 * concepts.
 */
final class NitfBody {

  private static final Set<String> HEAD_READ =
      Set.of(
          "hedline", "byline", "distributor", "dateline", "abstract", "note", "rights", "series");

  private final XmlNode body;
  private final WireItem item;
  private final FeedProfile profile;

  NitfBody(XmlNode body, WireItem item, FeedProfile profile) {
    this.body = body;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    body.first("body.head").ifPresent(this::head);
    String title = item.get(Field.TITLE);
    if (item.headlines.isEmpty() && title != null) {
      item.headline(null, title);
    }
    List<XmlNode> parts = new ArrayList<>(body.all("body.content"));
    parts.addAll(body.all("body.end"));
    if (parts.isEmpty() && body.first("body.head").isEmpty()) {
      parts.add(body);
    }
    for (XmlNode end : body.all("body.end")) {
      end.first("tagline").ifPresent(t -> item.extras.putIfAbsent(t.path(), t.line1()));
    }
    parts.forEach(part -> NitfNames.coded(part, item));
    NitfExtras.media(body, item);
    language(parts);
    BodyHtml.Body converted = BodyHtml.of(parts);
    String origin = parts.isEmpty() ? body.origin() : parts.get(0).origin();
    Bodies.offer(item, converted, null, origin);
  }

  private void head(XmlNode head) {
    headlines(head);
    bylines(head);
    for (XmlNode distributor : head.all("distributor")) {
      String name = distributor.line1();
      item.set(Field.PROVIDER, name, distributor.origin());
      if (!name.isEmpty()) {
        item.infoSources.add(NewsCodes.named(name, "distributor"));
      }
    }
    head.all("dateline").forEach(this::dateline);
    for (XmlNode summary : head.all("abstract")) {
      item.description("abstract", summary.line1());
      BodyHtml.of(List.of(summary)).media().forEach(m -> Bodies.associate(item, m));
    }
    head.below("note").forEach(this::note);
    rights(head);
    head.elements().stream()
        .filter(e -> !HEAD_READ.contains(e.name()) && !e.line1().isEmpty())
        .forEach(e -> item.extras.putIfAbsent(e.path(), e.line1()));
    head.all("series")
        .forEach(s -> s.attributes().forEach((k, v) -> item.extras.put(s.path() + "/@" + k, v)));
  }

  private void headlines(XmlNode head) {
    for (XmlNode hedline : head.all("hedline")) {
      hedline.all("hl1").forEach(h -> item.headline(null, h.line1()));
      for (XmlNode h : hedline.all("hl2")) {
        boolean repeats = item.headlines.stream().anyMatch(t -> t.getValue().equals(h.line1()));
        if (!repeats) {
          item.headline("subHeadline", h.line1());
        }
      }
      if (!hedline.hasElements()) {
        item.headline(null, hedline.line1());
      }
    }
    head.path("headline").forEach(h -> item.headline(null, h.line1()));
  }

  private void bylines(XmlNode head) {
    List<String> bylines = new ArrayList<>();
    for (XmlNode byline : head.all("byline")) {
      String title = String.join(", ", byline.all("byttl").stream().map(XmlNode::line1).toList());
      String all = byline.line1();
      String name =
          !title.isEmpty() && all.endsWith(title)
              ? all.substring(0, all.length() - title.length()).replaceAll("[\\s,]+$", "")
              : all;
      String line = spaced(name, byline) + (title.isEmpty() ? "" : ", " + title);
      if (!line.replace(",", "").isBlank()) {
        bylines.add(line);
        byline.all("person").stream()
            .map(XmlNode::line1)
            .filter(p -> !p.isEmpty())
            .forEach(p -> item.people.add(NewsCodes.named(p, "author")));
      }
    }
    if (!bylines.isEmpty()) {
      item.set(Field.BY, String.join("; ", bylines), head.all("byline").get(0).origin());
    }
  }

  /** "By&lt;person&gt;Staff" without a space: people read "By Staff". */
  private static String spaced(String name, XmlNode byline) {
    String person = Optional.ofNullable(byline.textAt("person")).orElse("");
    int at = person.isEmpty() ? -1 : name.indexOf(person);
    return at > 0 && Character.isLetter(name.charAt(at - 1))
        ? name.substring(0, at) + " " + name.substring(at)
        : name;
  }

  private void dateline(XmlNode dateline) {
    for (XmlNode location : dateline.all("location")) {
      String place = NitfNames.place(location);
      boolean dated = place.chars().anyMatch(Character::isDigit);
      item.set(Field.LOCATED, dated ? Datelines.place(place) : place, location.origin());
      if (dated) {
        NitfExtras.put(item, location.path(), place);
      }
    }
    if (!dateline.hasElements()) {
      item.set(Field.LOCATED, dateline.line1(), dateline.origin());
    }
    for (XmlNode date : dateline.all("story.date")) {
      String value = date.attrOr("norm").isBlank() ? date.line1() : date.attrOr("norm");
      item.readTime(Field.VERSION_CREATED, value, profile.time(), date.origin("norm"));
      if (!date.line1().isEmpty()) {
        item.extras.putIfAbsent(date.path(), date.line1());
      }
    }
  }

  private void note(XmlNode note) {
    String value = note.line1();
    if (value.isEmpty()) {
      return;
    }
    boolean closed =
        note.attrOr("type").equals("npa") || note.attrOr("noteclass").contains("nonpublic");
    // NITF 3.6 note/@type: npa is "not for publication"
    item.edNotes.add(new EditorNote(note.attr("noteclass"), value, !closed));
  }

  private void rights(XmlNode head) {
    for (XmlNode rights : head.all("rights")) {
      rights
          .first("rights.owner")
          .ifPresent(o -> item.set(Field.COPYRIGHT_HOLDER, o.line1(), o.origin()));
      if (!rights.hasElements() || rights.first("rights.limitations").isPresent()) {
        item.set(Field.USAGE_TERMS, rights.line1(), rights.origin());
      } else {
        item.extras.putIfAbsent(rights.path(), rights.line1());
      }
    }
  }

  private void language(List<XmlNode> parts) {
    parts.stream()
        .flatMap(part -> part.below("lang").stream())
        .filter(n -> n.line1().isEmpty())
        .findFirst()
        .ifPresent(n -> item.set(Field.LANGUAGE, n.attr("lang"), n.origin("lang")));
    item.set(Field.LANGUAGE, body.attr("xml:lang"), body.origin("xml:lang"));
  }
}
