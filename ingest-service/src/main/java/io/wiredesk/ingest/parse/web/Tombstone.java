package io.wiredesk.ingest.parse.web;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireDates;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.ingest.parse.xml.XmlNode;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;

/** Atom's deleted entries (RFC 6721): the cancellation of the entry they name. Stateless. */
final class Tombstone {

  private Tombstone() {}

  static WireItem read(XmlNode node, WireInput input) {
    WireItem item = new WireItem();
    item.set(Field.TYPE, "text", node.path())
        .set(Field.URI, node.attr("ref"), node.origin("ref"))
        .pubStatus(PubStatus.CANCELED, node.path())
        .signal(Signal.CANCEL, node.path());
    WireDates.offer(
        item,
        Field.VERSION_CREATED,
        node.attr("when"),
        input.profile().zone(),
        node.origin("when"));
    String comment = node.textAt("comment");
    if (comment != null) {
      item.edNotes.add(new EditorNote(null, comment, true));
    }
    return item;
  }
}
