package io.wiredesk.ingest.parse.nitf;

import io.wiredesk.ingest.feed.FeedProfile;
import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireDates;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * May it be used, and from when: {@code docdata/@management-status}, {@code management-doc-idref}
 * with {@code management-idref-status} (what becomes of another document), {@code correction}, and
 * the dates. A date.release after the date.issue, or with the status embargoed, is an embargo; an
 * embargo without a date is a withhold until further notice.
 */
final class NitfStatus {

  private final XmlNode head;
  private final NitfElements below;
  private final WireItem item;
  private final FeedProfile profile;

  NitfStatus(XmlNode head, NitfElements below, WireItem item, FeedProfile profile) {
    this.head = head;
    this.below = below;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    date("date.issue", Field.VERSION_CREATED);
    date("date.expire", Field.EXPIRES);
    below.find("docdata").stream().findFirst().ifPresent(this::docdata);
    releaseDate();
    corrections();
  }

  private void docdata(XmlNode docdata) {
    String status = docdata.attrOr("management-status").strip().toLowerCase(Locale.ROOT);
    CharSequence origin = docdata.origin("management-status");
    item.pubStatus(status(status), origin);
    if (status.equals("canceled") || status.equals("cancelled")) {
      item.signal(Signal.CANCEL, origin);
    } else if (status.equals("withheld")) {
      item.signal(Signal.WITHHOLD, origin);
    }
    String other = docdata.attrOr("management-doc-idref").strip();
    if (!other.isEmpty()) {
      actOn(other, docdata);
    }
  }

  /** The document that this one names: killed with it, corrected, or just updated. */
  private void actOn(String other, XmlNode docdata) {
    String fate = docdata.attrOr("management-idref-status").strip().toLowerCase(Locale.ROOT);
    item.extras.put(docdata.path() + "/@management-doc-idref", other);
    if (!fate.isEmpty()) {
      item.extras.put(docdata.path() + "/@management-idref-status", fate);
    }
    if (other.equals(item.get(Field.URI))) {
      return;
    }
    item.actsOn.add(other);
    // a kill or hold has said so already; what takes another one's place is an update of it
    item.signal(Signal.UPDATE, docdata.origin("management-doc-idref"));
  }

  private void releaseDate() {
    Optional<XmlNode> release = below.find("date.release").stream().findFirst();
    boolean embargoed = isEmbargoed();
    String norm = release.map(r -> value(r)).orElse("");
    Optional<WireDates.Moment> moment = WireDates.read(norm, profile.zone());
    Instant issued = item.time(Field.VERSION_CREATED);
    if (moment.isPresent() && (embargoed || issued == null || moment.get().at().isAfter(issued))) {
      WireDates.offer(
          item, Field.EMBARGOED_UNTIL, norm, profile.zone(), release.get().origin("norm"));
    } else if (moment.isEmpty() && !norm.isBlank()) {
      item.extras.putIfAbsent(release.get().origin("norm").toString(), norm);
    }
    if (embargoed && moment.isEmpty()) {
      item.pubStatus(PubStatus.WITHHELD, head.origin());
      item.repairs.add("embargoed without a readable date.release: withheld until further notice");
    }
    if (moment.isPresent() && issued == null) {
      release.ifPresent(
          r ->
              WireDates.offer(item, Field.VERSION_CREATED, norm, profile.zone(), r.origin("norm")));
    }
  }

  private boolean isEmbargoed() {
    for (XmlNode node : below.all()) {
      String status = node.attr("management-status");
      if (status != null && status.strip().equalsIgnoreCase("embargoed")) {
        return true;
      }
    }
    return false;
  }

  private void corrections() {
    List<XmlNode> corrections = below.find("correction");
    for (XmlNode correction : corrections) {
      item.signal(Signal.CORRECTION, correction.origin());
      if (!correction.attrOr("info").isBlank()) {
        item.edNotes.add(new EditorNote("correction", correction.attrOr("info").strip(), true));
      }
      String other = correction.attrOr("id-string").strip();
      if (!other.isEmpty() && !other.equals(item.get(Field.URI)) && !item.actsOn.contains(other)) {
        item.actsOn.add(other);
      }
    }
  }

  private void date(String name, Field field) {
    below
        .find(name)
        .forEach(n -> WireDates.offer(item, field, value(n), profile.zone(), n.origin("norm")));
  }

  private static String value(XmlNode date) {
    return date.attrOr("norm").isBlank() ? date.line1() : date.attrOr("norm");
  }

  private static @Nullable PubStatus status(String status) {
    return switch (status) {
      case "usable" -> PubStatus.USABLE;
      case "withheld", "hold" -> PubStatus.WITHHELD;
      case "canceled", "cancelled", "killed" -> PubStatus.CANCELED;
      default -> null;
    };
  }
}
