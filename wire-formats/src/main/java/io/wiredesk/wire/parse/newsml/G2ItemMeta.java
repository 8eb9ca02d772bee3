package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * itemMeta to fields: class, provider, times, embargo, status, signals, notes, links. An embargoed
 * element without a value means "until further notice, see edNote" (NewsML-G2 guide, embargoed):
 * where no note gives the end, the item is withheld.
 */
final class G2ItemMeta {

  private static final Set<String> ACTING =
      Set.of(
          "replaces", "supersedes", "corrects", "kills", "cancels", "previousversion", "updates");

  private final XmlNode meta;
  private final WireItem item;
  private final G2Concepts concepts;
  private final FeedProfile profile;

  G2ItemMeta(XmlNode meta, WireItem item, G2Concepts concepts, FeedProfile profile) {
    this.meta = meta;
    this.item = item;
    this.concepts = concepts;
    this.profile = profile;
  }

  void read() {
    meta.elements().forEach(this::read);
    embargo();
    meta.all("pubStatus").forEach(this::status);
  }

  private void read(XmlNode child) {
    switch (child.name().toLowerCase(Locale.ROOT)) {
      case "itemclass" -> item.set(Field.TYPE, G2Types.ninjs(code(child)), child.origin("qcode"));
      case "provider" -> {
        item.set(Field.PROVIDER, concepts.label(child), child.origin());
        concepts.add(item.infoSources, child, "provider");
      }
      case "versioncreated" -> time(child, Field.VERSION_CREATED);
      case "firstcreated" -> time(child, Field.FIRST_CREATED);
      case "expires" -> time(child, Field.EXPIRES);
      case "ednote" -> G2Notes.read(child, item);
      case "signal" -> signal(child);
      case "title" -> item.set(Field.TITLE, child.line1(), child.origin());
      case "link" -> link(child);
      case "versionedid" -> altId("versionedId", child.attr("guid"));
      case "embargoed", "pubstatus" -> {
        // read last: an undated embargo hangs on the notes, and goes before the status
      }
      case "located" -> concepts.add(item.places, child, "located");
      default -> G2Extras.keep(child, item);
    }
  }

  private void time(XmlNode node, Field field) {
    item.readTime(field, node.line1(), profile.time(), node.origin());
  }

  private void status(XmlNode node) {
    String code = code(node).toLowerCase(Locale.ROOT);
    item.pubStatus(
        switch (code) {
          case "usable" -> PubStatus.USABLE;
          case "withheld" -> PubStatus.WITHHELD;
          case "canceled", "cancelled" -> PubStatus.CANCELED;
          default -> null;
        },
        node.origin("qcode"));
    if (code.startsWith("embargo")) {
      item.embargoWithoutEnd(node.origin("qcode"));
    } else if (item.pubStatus() == null && !code.isEmpty()) {
      item.unknownStatus(code, node.origin("qcode"));
    }
    if (code.startsWith("cancel")) {
      item.signal(Signal.CANCEL, node.origin("qcode"));
    } else if (code.equals("withheld")) {
      item.signal(Signal.WITHHOLD, node.origin("qcode"));
    }
  }

  private void embargo() {
    for (XmlNode node : meta.all("embargoed")) {
      item.embargo(node.line1(), profile.time(), node.origin());
    }
  }

  /** sig: is the IPTC's vocabulary; edStat: N, U, C are Reuters' states of a story. */
  private void signal(XmlNode node) {
    String qcode = node.attrOr("qcode");
    String code = code(node).toLowerCase(Locale.ROOT);
    boolean standard = qcode.startsWith("sig:") || node.attrOr("uri").contains("/signal/");
    if (standard) {
      item.signal(G2Types.signal(code), node.origin("qcode"));
    } else if (qcode.startsWith("edStat:")) {
      item.signal(G2Types.editorialState(code), node.origin("qcode"));
    }
    String written = qcode.isEmpty() ? node.attrOr("uri") + node.attrOr("literal") : qcode;
    G2Extras.put(item, node.path(), written);
  }

  private void link(XmlNode link) {
    String uri = link.attr("residref") == null ? link.attrOr("href") : link.attrOr("residref");
    if (uri.isBlank()) {
      return;
    }
    String rel = NewsCodes.local(link.attr("rel"));
    if (rel != null && ACTING.contains(rel.toLowerCase(Locale.ROOT))) {
      item.actsOn.add(uri.strip());
    }
    String type = link.attrAt("itemClass", "qcode");
    String headline =
        link.textAt("headline") == null ? link.textAt("title") : link.textAt("headline");
    String name = Bodies.freeName(item, "link");
    G2Details.reference(link, name, item);
    item.associations.add(
        new Association(
            name,
            uri.strip(),
            type == null ? null : G2Types.ninjs(String.valueOf(NewsCodes.local(type))),
            rel,
            headline,
            null,
            null,
            new ArrayList<>()));
    if (link.attr("residref") != null && link.attr("href") != null) {
      G2Extras.put(item, link.path() + "/@href", link.attrOr("href"));
    }
  }

  private void altId(String role, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      item.altIds.add(new AltId(role, value.strip()));
    }
  }

  private static String code(XmlNode node) {
    String written = node.attr("qcode") == null ? node.attr("uri") : node.attr("qcode");
    String code = NewsCodes.local(written == null ? node.attr("literal") : written);
    return code == null ? node.line1() : code;
  }
}
