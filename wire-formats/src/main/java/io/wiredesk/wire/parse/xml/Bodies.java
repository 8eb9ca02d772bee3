package io.wiredesk.wire.parse.xml;

import io.wiredesk.schemas.Association;
import io.wiredesk.wire.parse.WireItem;
import org.jspecify.annotations.Nullable;

/** Gives a converted body and its media to an item. Stateless. */
public final class Bodies {

  private Bodies() {}

  /** Adds the body unless one with the same text is there, and its media as associations. */
  public static void offer(
      WireItem item, BodyHtml.Body body, @Nullable String role, String origin) {
    if (item.bodies.isEmpty() || !isKnown(item, Whitespace.bare(body.html()))) {
      item.html(body.html(), role, origin);
    }
    body.media().forEach(medium -> associate(item, medium));
  }

  private static boolean isKnown(WireItem item, String text) {
    return !text.isEmpty()
        && item.bodies.stream().anyMatch(b -> Whitespace.bare(b.content()).equals(text));
  }

  /** Adds a medium as an association, named media1, media2, …, once per uri. */
  public static void associate(WireItem item, Medium medium) {
    boolean known = item.associations.stream().anyMatch(a -> a.getUri().equals(medium.uri()));
    if (!known) {
      item.associations.add(medium.association(freeName(item, "media")));
    }
  }

  /** A name for an association that the item does not have yet: prefix and number. */
  public static String freeName(WireItem item, String prefix) {
    int number = 1;
    for (Association association : item.associations) {
      number += association.getName().startsWith(prefix) ? 1 : 0;
    }
    return prefix + number;
  }
}
