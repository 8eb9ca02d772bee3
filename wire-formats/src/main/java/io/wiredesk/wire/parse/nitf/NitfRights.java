package io.wiredesk.wire.parse.nitf;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Set;

/** doc.copyright and doc.rights to fields. Stateless. */
final class NitfRights {

  private static final Set<String> READ = Set.of("type", "limitations", "owner");

  private NitfRights() {}

  /** Offers holder, notice and usage terms; dates, places and the like of doc.rights are extras. */
  static void read(List<XmlNode> copyrights, List<XmlNode> allRights, WireItem item) {
    for (XmlNode copyright : copyrights) {
      String holder = copyright.attrOr("holder").strip();
      item.set(Field.COPYRIGHT_HOLDER, holder, copyright.origin("holder"));
      if (!holder.isEmpty() && !copyright.attrOr("year").isBlank()) {
        String notice = "Copyright " + copyright.attrOr("year").strip() + " " + holder;
        item.set(Field.COPYRIGHT_NOTICE, notice, copyright.origin());
      }
    }
    for (XmlNode rights : allRights) {
      String type = rights.attrOr("type").strip();
      String limits = rights.attrOr("limitations").strip();
      item.set(
          Field.USAGE_TERMS,
          type.isEmpty() || limits.isEmpty() ? type + limits : type + "; " + limits,
          rights.origin());
      item.set(Field.COPYRIGHT_HOLDER, rights.attr("owner"), rights.origin("owner"));
      NitfExtras.attributes(item, rights, READ, null);
    }
  }
}
