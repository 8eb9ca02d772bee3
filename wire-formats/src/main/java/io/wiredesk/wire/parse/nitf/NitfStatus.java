package io.wiredesk.wire.parse.nitf;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.time.Purpose;
import io.wiredesk.wire.time.ReadTime;
import io.wiredesk.wire.time.TimeReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * May it be used, and from when: {@code docdata/@management-status}, {@code management-doc-idref}
 * with {@code management-idref-status} (what becomes of another document), {@code correction}, and
 * the dates. A date.release after the date.issue, or with the status embargoed, is an embargo; an
 * embargo without a date is a withhold until further notice.
 */
final class NitfStatus {

  private final XmlNode head;
  private final WireItem item;
  private final FeedProfile profile;

  NitfStatus(XmlNode head, WireItem item, FeedProfile profile) {
    this.head = head;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    date("date.issue", Field.VERSION_CREATED);
    date("date.expire", Field.EXPIRES);
    head.below("docdata").stream().findFirst().ifPresent(this::docdata);
    releaseDate();
    corrections();
  }

  private void docdata(XmlNode docdata) {
    String status = docdata.attrOr("management-status").strip().toLowerCase(Locale.ROOT);
    String origin = docdata.origin("management-status");
    item.pubStatus(status(status), origin);
    if (status(status) == null && !status.isEmpty() && !status.equals("embargoed")) {
      item.unknownStatus(status, origin);
    }
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
    Instant issued = item.time(Field.VERSION_CREATED);
    boolean embargoed = isEmbargoed();
    for (XmlNode release : head.below("date.release")) {
      ReadTime time = TimeReader.read(value(release), profile.time(), Purpose.EMBARGO);
      // one that is not after the issue says when the story came out, not when it may
      if (time == null || embargoed || issued == null || time.at().isAfter(issued)) {
        item.embargo(value(release), profile.time(), release.origin("norm"));
      }
      if (time != null && issued == null) {
        item.readTime(
            Field.VERSION_CREATED, value(release), profile.time(), release.origin("norm"));
      }
    }
    if (embargoed) {
      item.embargoWithoutEnd(head.origin());
    }
  }

  private boolean isEmbargoed() {
    for (XmlNode node : head.below()) {
      String status = node.attr("management-status");
      if (status != null && status.strip().equalsIgnoreCase("embargoed")) {
        return true;
      }
    }
    return false;
  }

  private void corrections() {
    List<XmlNode> corrections = head.below("correction");
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
    head.below(name).forEach(n -> item.readTime(field, value(n), profile.time(), n.origin("norm")));
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
