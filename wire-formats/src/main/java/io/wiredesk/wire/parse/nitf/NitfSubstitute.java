package io.wiredesk.wire.parse.nitf;

import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A document that may be used and says of another one that it may not (management-doc-idref with
 * management-idref-status, NITF 3.6 docdata) is a story and a kill in one. It is read as two items,
 * the kill first, so that neither is lost. Stateless.
 */
final class NitfSubstitute {

  private static final String FATE = "/@management-idref-status";

  private NitfSubstitute() {}

  /** The item, and before it a bodiless item for each other document that it takes back. */
  static List<WireItem> withCancellations(WireItem item) {
    PubStatus fate = fate(item);
    boolean notice =
        item.pubStatus() == PubStatus.CANCELED || item.pubStatus() == PubStatus.WITHHELD;
    if (fate == PubStatus.USABLE || notice) {
      return List.of(item);
    }
    List<WireItem> items = new ArrayList<>();
    for (String other : item.actsOn) {
      items.add(takenBack(other, fate, item));
    }
    items.add(item);
    return items;
  }

  private static PubStatus fate(WireItem item) {
    for (Map.Entry<String, String> extra : item.extras.entrySet()) {
      if (extra.getKey().endsWith(FATE)) {
        boolean canceled = extra.getValue().startsWith("cancel");
        return canceled
            ? PubStatus.CANCELED
            : extra.getValue().equals("withheld") ? PubStatus.WITHHELD : PubStatus.USABLE;
      }
    }
    return PubStatus.USABLE;
  }

  private static WireItem takenBack(String other, PubStatus fate, WireItem by) {
    WireItem item = new WireItem();
    String origin = "management-idref-status of " + by.get(Field.URI);
    item.set(Field.URI, other, origin);
    item.set(Field.TYPE, "text", origin);
    item.set(Field.PROVIDER, by.get(Field.PROVIDER), origin);
    item.time(Field.VERSION_CREATED, by.time(Field.VERSION_CREATED), origin);
    item.pubStatus(fate, origin);
    item.signal(fate == PubStatus.CANCELED ? Signal.CANCEL : Signal.WITHHOLD, origin);
    item.infoSources.addAll(by.infoSources);
    return item;
  }
}
