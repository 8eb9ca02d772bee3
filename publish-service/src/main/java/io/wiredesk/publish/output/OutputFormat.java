package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;

/**
 * A format in which public items are told. The same views and links give the same text. A format
 * says that an item was taken back as well as it can, and never repeats its copy. Stateless.
 */
public interface OutputFormat {

  /** Ends the paths under which this format is served, such as {@code atom}. */
  String extension();

  /** Media type of {@link #list}. */
  String listType();

  /** Media type of {@link #item}. */
  default String itemType() {
    return listType();
  }

  /** One item, or the notice that it was taken back. */
  String item(PublicView view, Links links);

  /** A list of items and notices, in the order of the list. */
  String list(OutputList list, Links links);
}
