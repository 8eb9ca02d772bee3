package io.wiredesk.wire.parse.nitf;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a NITF document: docdata, subjects, keywords, dates, rights; what has no field
 * becomes an extra by its path. Elements are looked for anywhere in the head, since generators
 * misplace them.
 */
final class NitfHead {

  private static final Set<String> READ =
      Set.of(
          "title",
          "docdata",
          "tobject",
          "tobject.subject",
          "tobject.property",
          "doc-id",
          "urgency",
          "date.issue",
          "date.release",
          "date.expire",
          "du-key",
          "ed-msg",
          "doc.copyright",
          "doc.rights",
          "key-list",
          "keyword",
          "evloc",
          "identified-content",
          "person",
          "org",
          "location",
          "city",
          "state",
          "region",
          "country",
          "sublocation",
          "name.given",
          "name.family",
          "function",
          "correction",
          "classifier",
          "event",
          "head",
          "base",
          "meta",
          "iim");

  private static final Set<String> SUBJECT_READ = Set.of("tobject.subject.refnum");

  private final XmlNode head;
  private final WireItem item;
  private final FeedProfile profile;

  NitfHead(XmlNode head, WireItem item, FeedProfile profile) {
    this.head = head;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    identity();
    new NitfStatus(head, item, profile).read();
    find("urgency").forEach(u -> item.urgency(u.attr("ed-urg"), profile, u.origin("ed-urg")));
    notes();
    subjects();
    keywords();
    NitfRights.read(find("doc.copyright"), find("doc.rights"), item);
    places();
    metas();
    head.first("title").ifPresent(t -> item.set(Field.TITLE, t.line1(), t.origin()));
    leftovers();
  }

  private void identity() {
    for (XmlNode id : find("doc-id")) {
      item.set(Field.URI, id.attr("id-string"), id.origin("id-string"));
      source(id.attr("regsrc"), "regsrc");
    }
    for (XmlNode key : find("du-key")) {
      String generation = key.attrOr("generation").strip();
      String version = key.attrOr("version").strip();
      // NITF 3.6 du-key: a generation counts first, the version within it next; a version that is
      // no number ("Default") names an edition for some receivers
      boolean counted = Digits.are(version, 1, Integer.MAX_VALUE);
      String both = generation.isEmpty() || !counted ? generation : generation + "." + version;
      item.set(Field.VERSION, both, key.origin("generation"));
      item.set(Field.VERSION, counted ? version : null, key.origin("version"));
      if (!counted && !version.isEmpty()) {
        item.extras.putIfAbsent(key.path() + "/@version", version);
      }
      item.set(Field.SLUGLINE, key.attr("key"), key.origin("key"));
    }
    for (XmlNode from : find("from-src")) {
      source(from.attr("src-name"), "from-src");
    }
  }

  private void notes() {
    for (XmlNode message : find("ed-msg")) {
      String info = message.attr("info") == null ? message.line1() : message.attrOr("info");
      if (!info.isBlank()) {
        item.edNotes.add(new EditorNote(message.attr("msg-type"), info.strip(), true));
      }
    }
  }

  private void subjects() {
    for (XmlNode subject : find("tobject.subject")) {
      String name =
          firstOf(
              subject, "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type");
      String code = firstOf(subject, "tobject.subject.refnum", "tobject.subject.code");
      NitfExtras.attributes(item, subject, SUBJECT_READ, name);
      if (code != null) {
        add(item.subjects, NewsCodes.subject(code, name, null));
      } else if (name != null) {
        add(item.subjects, NewsCodes.named(name, null));
      }
    }
    for (XmlNode object : find("tobject")) {
      genre(object.attr("tobject.type"));
    }
    for (XmlNode property : find("tobject.property")) {
      genre(property.attr("tobject.property.type"));
    }
  }

  private void genre(@Nullable String name) {
    if (name != null && !name.isBlank()) {
      add(item.genres, NewsCodes.named(name.strip(), null));
    }
  }

  private void keywords() {
    for (XmlNode keyword : find("keyword")) {
      String word = keyword.attr("key") == null ? keyword.line1() : keyword.attrOr("key").strip();
      if (!word.isEmpty() && !item.keywords.contains(word)) {
        item.keywords.add(word);
      }
    }
  }

  private void places() {
    for (XmlNode event : find("evloc")) {
      String[][] parts = {
        {"city", "city"},
        {"county-dist", "county"},
        {"state-prov", "state"},
        {"iso-cc", "isoCountry"}
      };
      for (String[] part : parts) {
        String value = event.attrOr(part[0]).strip();
        if (!value.isEmpty()) {
          boolean country = part[1].equals("isoCountry");
          add(
              item.places,
              country ? country(value) : NewsCodes.concept(value, null, value, part[1]));
        }
      }
    }
    for (XmlNode content : find("identified-content")) {
      NitfNames.coded(content, item);
      NitfNames.classified(content, item);
    }
  }

  private static Concept country(String code) {
    String scheme = code.length() == 2 ? "iso3166-1a2:" : "iso3166-1a3:";
    String uri = code.matches("[A-Za-z]{2,3}") ? NewsCodes.iptc().uri(scheme + code) : null;
    return NewsCodes.concept(null, uri, code, "isoCountry");
  }

  /** Metas that agencies share; every meta is an extra as well. */
  private void metas() {
    for (XmlNode meta : head.all("meta")) {
      String name = meta.attrOr("name").toLowerCase(Locale.ROOT);
      String value = meta.attrOr("content").strip();
      if (value.isEmpty()) {
        continue;
      }
      item.extras.putIfAbsent("nitf/head/meta/" + meta.attrOr("name"), value);
      String origin = meta.origin("content");
      switch (name) {
        case "anpa-sequence" -> {
          item.set(Field.SEQUENCE, value, origin);
          item.altIds.add(new AltId("provider-sequence", value));
        }
        case "anpa-service" -> item.set(Field.SERVICE, value, origin);
        case "anpa-category" ->
            add(item.subjects, NewsCodes.concept(null, null, value, "anpaCategory"));
        case "anpa-keyword" -> item.set(Field.SLUGLINE, value, origin);
        case "anpa-takekey" -> item.edNotes.add(new EditorNote("takekey", value, true));
        case "category_iptc", "iptc", "subject-code" ->
            add(item.subjects, NewsCodes.subject(value, null, null));
        case "keyword", "keywords", "news_keywords" -> {
          if (!item.keywords.contains(value)) {
            item.keywords.add(value);
          }
        }
        case "lang", "language" -> item.set(Field.LANGUAGE, value, origin);
        default -> {
          // an extra is all there is to say
        }
      }
    }
  }

  private void source(@Nullable String name, String rel) {
    if (name != null && !name.isBlank()) {
      item.set(Field.PROVIDER, name, head.origin());
      add(item.infoSources, NewsCodes.named(name, rel));
    }
  }

  private void leftovers() {
    for (XmlNode node : head.below()) {
      if (!READ.contains(node.name())) {
        leftover(node);
      }
    }
    for (XmlNode date : find("pubdata")) {
      item.readTime(
          Field.VERSION_CREATED,
          date.attr("date.publication"),
          profile.time(),
          date.origin("date.publication"));
    }
  }

  private void leftover(XmlNode node) {
    NitfExtras.attributes(item, node, Set.of(), null);
    if (!node.hasElements() && !node.isBlank()) {
      NitfExtras.put(item, node.path(), node.line1());
    }
  }

  private List<XmlNode> find(String name) {
    return head.below(name);
  }

  private static void add(List<Concept> list, Concept concept) {
    if (!list.contains(concept)) {
      list.add(concept);
    }
  }

  private static @Nullable String firstOf(XmlNode node, String... attributes) {
    for (String attribute : attributes) {
      Optional<String> value = Optional.ofNullable(node.attr(attribute)).filter(v -> !v.isBlank());
      if (value.isPresent()) {
        return value.get().strip();
      }
    }
    return null;
  }
}
