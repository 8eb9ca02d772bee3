package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * contentMeta to fields. Subjects are sorted by their type (cpnat:person, organisation, geoArea,
 * poi) into people, organisations and places; headlines by rank, the one without a role first.
 */
final class G2ContentMeta {

  private final XmlNode meta;
  private final WireItem item;
  private final G2Concepts concepts;
  private final FeedProfile profile;

  G2ContentMeta(XmlNode meta, WireItem item, G2Concepts concepts, FeedProfile profile) {
    this.meta = meta;
    this.item = item;
    this.concepts = concepts;
    this.profile = profile;
  }

  void read() {
    headlines();
    for (XmlNode child : meta.elements()) {
      if (!text(child)) {
        concept(child);
      }
    }
  }

  private void headlines() {
    List<XmlNode> headlines = new ArrayList<>(meta.all("headline"));
    headlines.sort(
        Comparator.comparing((XmlNode h) -> h.attr("role") != null && !isMain(h))
            .thenComparing(h -> rank(h.attr("rank"))));
    for (XmlNode headline : headlines) {
      String role = NewsCodes.local(headline.attr("role"));
      item.headline(role, headline.line1());
    }
  }

  private static boolean isMain(XmlNode headline) {
    String role = String.valueOf(NewsCodes.local(headline.attr("role")));
    return role.toLowerCase(Locale.ROOT).contains("main");
  }

  private static int rank(@Nullable String rank) {
    String number = rank == null ? "" : rank.strip();
    return Digits.are(number, 1, 3) ? Integer.parseInt(number) : 1;
  }

  /** Elements whose value is text. */
  private boolean text(XmlNode node) {
    switch (node.name()) {
      case "headline" -> {
        // sorted already
      }
      case "urgency" -> item.urgency(node.line1(), profile, node.origin());
      case "contentCreated" -> time(node, Field.CONTENT_CREATED);
      case "slugline" -> line(Field.SLUGLINE, node);
      case "by" -> by(node);
      case "description" -> item.description(NewsCodes.local(node.attr("role")), node.line1());
      case "language" -> item.set(Field.LANGUAGE, node.attr("tag"), node.origin("tag"));
      case "keyword" -> keyword(node.line1());
      case "creditline" -> {
        if (!node.line1().isEmpty()) {
          item.infoSources.add(NewsCodes.named(node.line1(), "creditLine"));
        }
      }
      case "dateline" -> {
        // put before the text once that is read
      }
      case "altId" -> altId(node, node.line1());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keyword(String word) {
    if (!word.isEmpty() && !item.keywords.contains(word)) {
      item.keywords.add(word);
    }
  }

  /** Several bylines of one language are several authors. */
  private void by(XmlNode node) {
    String language = node.attrOr("xml:lang");
    List<XmlNode> all =
        meta.all("by").stream().filter(by -> by.attrOr("xml:lang").equals(language)).toList();
    String names =
        all.stream()
            .map(XmlNode::line1)
            .filter(line -> !line.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    item.set(Field.BY, names, node.origin());
    if (!names.equals(item.get(Field.BY))) {
      G2Extras.keep(node, item);
    }
  }

  /** The first counts; others (of another language or role) are extras. */
  private void line(Field field, XmlNode node) {
    item.set(field, node.line1(), node.origin());
    if (!node.line1().equals(item.get(field))) {
      G2Extras.keep(node, item);
    }
  }

  private void concept(XmlNode node) {
    String role = NewsCodes.local(node.attr("role"));
    switch (node.name()) {
      case "subject" -> subject(node);
      case "located" -> {
        item.set(Field.LOCATED, concepts.label(node), node.origin());
        concepts.add(item.places, node, "located");
        node.all("broader").forEach(b -> concepts.add(item.places, b, "located"));
      }
      case "genre" -> concepts.add(item.genres, node, null);
      case "creator", "contributor" ->
          concepts.add(item.infoSources, node, role == null ? node.name() : role);
      case "infoSource" -> concepts.add(item.infoSources, node, role);
      default -> {
        G2Extras.keep(node, item);
        return;
      }
    }
    G2Details.concept(node, item);
  }

  private void subject(XmlNode node) {
    String type = String.valueOf(NewsCodes.local(node.attr("type"))).toLowerCase(Locale.ROOT);
    boolean geoFacet =
        node.all("facet").stream().anyMatch(f -> f.attrOr("qcode").startsWith("geoProp"));
    List<Concept> list =
        switch (type) {
          case "person" -> item.people;
          case "organisation", "organization" -> item.organisations;
          case "geoarea", "poi", "geo", "place" -> item.places;
          default -> geoFacet ? item.places : item.subjects;
        };
    concepts.add(list, node, null);
    if (list == item.subjects) {
      // a code of the IPTC behind a private one serves those who do not know the private scheme
      for (String relation : List.of("sameAs", "exactMatch", "broader")) {
        for (XmlNode other : node.all(relation)) {
          if (isIptc(other)) {
            concepts.add(item.subjects, other, relation);
          }
        }
      }
    }
  }

  private boolean isIptc(XmlNode node) {
    String uri = node.attr("uri") == null ? concepts.uri(node.attr("qcode")) : node.attr("uri");
    boolean known = item.subjects.stream().anyMatch(c -> uri != null && uri.equals(c.getUri()));
    return uri != null
        && !known
        && (uri.startsWith(NewsCodes.MEDIA_TOPICS) || uri.startsWith(NewsCodes.SUBJECT_CODES));
  }

  private void altId(XmlNode node, String value) {
    String id = value.isEmpty() ? node.attrOr("id").strip() : value;
    AltId altId = new AltId(NewsCodes.local(node.attr("type")), id);
    if (!id.isEmpty() && !item.altIds.contains(altId)) {
      item.altIds.add(altId);
    }
  }

  private void time(XmlNode node, Field field) {
    item.readTime(field, node.line1(), profile.time(), node.origin());
  }
}
