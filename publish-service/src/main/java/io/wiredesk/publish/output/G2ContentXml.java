package io.wiredesk.publish.output;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.schemas.TextValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * contentMeta and contentSet of a newsItem. Concepts of the wire come first, then what the
 * enrichment found and the wire did not name, with {@code creator} saying so. Stateless.
 */
final class G2ContentXml {

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String LOCATED = "located";
  private static final Map<EntityType, String> TYPES =
      Map.of(
          EntityType.PERSON, "cpnat:person",
          EntityType.ORGANISATION, "cpnat:organisation",
          EntityType.LOCATION, "cpnat:geoArea");

  private G2ContentXml() {}

  static void write(XmlOut out, NewsItem item) {
    out.open("contentMeta");
    Integer urgency = item.getUrgency();
    if (urgency != null && urgency >= 1 && urgency <= 9) {
      out.element("urgency", urgency.toString());
    }
    G2ItemMetaXml.time(out, "contentCreated", item.getContentCreated());
    located(out, item);
    sources(out, item.getInfoSources());
    for (AltId id : item.getAltIds()) {
      out.element("altId", id.getValue(), "type", G2ConceptXml.own(id.getRole()));
    }
    descriptive(out, item);
    out.close();
    content(out, item);
  }

  private static void descriptive(XmlOut out, NewsItem item) {
    String language = XmlOut.language(item.getLanguage());
    if (language != null) {
      out.empty("language", "tag", language);
    }
    item.getGenres().forEach(genre -> G2ConceptXml.write(out, "genre", genre, null, null));
    item.getKeywords().forEach(keyword -> out.element("keyword", keyword));
    subjects(out, item);
    out.element("slugline", item.getSlugline());
    texts(out, "headline", item.getHeadlines());
    out.element("by", item.getBy());
    for (Concept source : item.getInfoSources()) {
      if ("creditLine".equals(source.getRel())) {
        out.element("creditline", source.getName());
      }
    }
    texts(out, "description", item.getDescriptions());
  }

  private static void texts(XmlOut out, String element, List<TextValue> texts) {
    for (TextValue text : texts) {
      out.element(element, text.getValue(), "role", G2ConceptXml.own(text.getRole()));
    }
  }

  private static void located(XmlOut out, NewsItem item) {
    boolean coded = false;
    for (Concept place : item.getPlaces()) {
      if (LOCATED.equals(place.getRel())) {
        G2ConceptXml.write(out, LOCATED, place, null, null);
        coded = true;
      }
    }
    if (!coded && item.getLocated() != null) {
      out.open(LOCATED).element("name", item.getLocated()).close();
    }
  }

  private static void sources(XmlOut out, List<Concept> sources) {
    for (Concept source : sources) {
      String rel = Objects.requireNonNullElse(source.getRel(), "");
      switch (rel) {
        case "provider", "creditLine" -> {
          // elements of their own
        }
        case "creator", "contributor" -> G2ConceptXml.write(out, rel, source, null, null);
        default -> G2ConceptXml.write(out, "infoSource", source, null, G2ConceptXml.own(rel));
      }
    }
  }

  private static void subjects(XmlOut out, NewsItem item) {
    Set<String> known = new HashSet<>();
    subjects(out, item.getSubjects(), null, known);
    subjects(out, item.getPeople(), TYPES.get(EntityType.PERSON), known);
    subjects(out, item.getOrganisations(), TYPES.get(EntityType.ORGANISATION), known);
    subjects(out, item.getPlaces(), TYPES.get(EntityType.LOCATION), known);
    if (item.getEnrichment() == null) {
      return;
    }
    for (NewsSection section : item.getEnrichment().getSections()) {
      if (known.add(section.getUri())) {
        int confidence = (int) Math.round(section.getConfidence() * 100);
        G2ConceptXml.write(
            out, "subject", found(section.getName(), section.getUri(), confidence), null, null);
      }
    }
    for (Entity entity : item.getEnrichment().getEntities()) {
      String type = TYPES.get(entity.getType());
      if (type != null && known.add(entity.getUri()) && known.add(entity.getName())) {
        G2ConceptXml.write(
            out, "subject", found(entity.getName(), entity.getUri(), null), type, null);
      }
    }
  }

  private static void subjects(
      XmlOut out, List<Concept> concepts, @Nullable String type, Set<String> known) {
    for (Concept concept : concepts) {
      if (!LOCATED.equals(concept.getRel())) {
        G2ConceptXml.write(out, "subject", concept, type, null);
      }
      if (concept.getUri() != null) {
        known.add(concept.getUri());
      }
      if (concept.getName() != null) {
        known.add(concept.getName());
      }
    }
  }

  private static Concept found(String name, String uri, @Nullable Integer confidence) {
    return Concept.newBuilder()
        .setName(name)
        .setUri(uri)
        .setCreator(Creator.MODEL)
        .setConfidence(confidence)
        .build();
  }

  private static void content(XmlOut out, NewsItem item) {
    out.open("contentSet");
    String html = Texts.html(item).orElse(null);
    if (html != null) {
      out.open("inlineXML", "contenttype", "application/xhtml+xml");
      out.open("html", "xmlns", XHTML).open("head");
      out.element("title", Texts.headline(item)).close();
      out.open("body").xhtml(Jsoup.parseBodyFragment(html).body()).close().close().close();
    } else {
      out.element("inlineData", item.getText(), "contenttype", "text/plain");
    }
    for (Rendition rendition : item.getRenditions()) {
      rendition(out, rendition);
    }
    out.close();
  }

  private static void rendition(XmlOut out, Rendition rendition) {
    if (rendition.getHref() == null) {
      return;
    }
    out.open(
        "remoteContent",
        "rendition",
        G2ConceptXml.own(rendition.getName()),
        "href",
        rendition.getHref(),
        "contenttype",
        rendition.getContentType(),
        "size",
        number(rendition.getSizeInBytes()),
        "width",
        number(rendition.getWidth()),
        "height",
        number(rendition.getHeight()));
    out.element("altId", rendition.getTitle());
    out.close();
  }

  private static @Nullable String number(@Nullable Number number) {
    return number == null || number.longValue() < 0 ? null : number.toString();
  }
}
