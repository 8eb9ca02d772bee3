package io.wiredesk.wire.parse.nitf;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.xml.BodyByline;
import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.List;

/**
 * NITF 3.0–3.6, with or without namespace and DOCTYPE. Where a provider's habit contradicts the
 * standard, the standard counts: {@code management-status="embargoed"} is an embargo, a {@code
 * byline} is a byline whatever stands in it, and a missing {@code urgency} is none. A usable
 * document that declares another one canceled or withheld gives two items: itself, and the other's
 * new status.
 */
public final class NitfParser implements WireParser {

  @Override
  public Parsed parse(WireInput input) {
    XmlDocument document = XmlReader.read(input);
    if (document instanceof XmlDocument.Broken broken) {
      return new Parsed.Rejected(WireFormat.NITF, broken.reason(), broken.message());
    }
    XmlDocument.Tree tree = (XmlDocument.Tree) document;
    WireItem item = new WireItem();
    item.repairs.addAll(tree.repairs());
    read(tree.root(), item, input.profile());
    BodyByline.settle(item);
    boolean nothing =
        item.bodies.isEmpty()
            && item.headlines.isEmpty()
            && item.edNotes.isEmpty()
            && item.get(Field.URI) == null;
    return nothing
        ? new Parsed.Rejected(
            WireFormat.NITF, Parsed.Reason.NO_ITEM, "nitf without identifier, headline, body, note")
        : new Parsed.Accepted(WireFormat.NITF, NitfSubstitute.withCancellations(item));
  }

  /** Offers all fields of a nitf element to an item, which may have better ones already. */
  public static void read(XmlNode nitf, WireItem item, FeedProfile profile) {
    item.set(Field.TYPE, "text", nitf.origin());
    nitf.first("head").ifPresent(head -> new NitfHead(head, item, profile).read());
    nitf.first("body").ifPresent(body -> new NitfBody(body, item, profile).read());
    for (String attribute : List.of("xml:lang", "baselang")) {
      item.set(Field.LANGUAGE, nitf.attr(attribute), nitf.origin(attribute));
    }
  }
}
