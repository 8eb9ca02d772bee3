package io.wiredesk.publish.http;

import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.publish.search.Hit;

/**
 * Items as lists show them: ninjs objects in order, and beside them, by uri, what Wiredesk knows.
 * Used by one thread, for one answer.
 */
final class ItemList {

  private final ItemJson json;
  private final StringBuilder items = new StringBuilder();
  private final StringBuilder wiredesk = new StringBuilder();

  ItemList(ItemJson json) {
    this.json = json;
  }

  ItemList add(Hit hit) {
    return add(hit, "");
  }

  /**
   * Adds an item.
   *
   * @param more members for Wiredesk's own object, each with a comma before it
   */
  ItemList add(Hit hit, String more) {
    PackedJson.Texts texts = hit.json().texts();
    append(items).append(texts.item());
    String own = texts.wiredesk();
    append(wiredesk)
        .append(json.write(hit.ninjsUri()))
        .append(':')
        .append(own, 0, own.length() - 1)
        .append(more)
        .append('}');
    return this;
  }

  /** The two members of an answer, without its braces. */
  String members() {
    return "\"items\":[" + items + "],\"wiredesk\":{" + wiredesk + "}";
  }

  private static StringBuilder append(StringBuilder list) {
    return list.length() == 0 ? list : list.append(',');
  }
}
