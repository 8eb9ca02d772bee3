package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;

/** Atom's deleted entries (RFC 6721): the cancellation of the entry they name. Stateless. */
final class Tombstone {

  private Tombstone() {}

  static WireItem read(XmlNode node, WireInput input) {
    WireItem item = new WireItem();
    item.set(Field.TYPE, "text", node.path())
        .set(Field.URI, node.attr("ref"), node.origin("ref"))
        .pubStatus(PubStatus.CANCELED, node.path())
        .signal(Signal.CANCEL, node.path());
    item.readTime(
        Field.VERSION_CREATED, node.attr("when"), input.profile().time(), node.origin("when"));
    String comment = node.textAt("comment");
    if (comment != null) {
      item.edNotes.add(new EditorNote(null, comment, true));
    }
    return item;
  }
}
