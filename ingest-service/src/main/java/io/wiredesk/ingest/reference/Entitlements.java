package io.wiredesk.ingest.reference;

import io.wiredesk.schemas.Entitlement;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says with an item for whose items its feed may speak, and once that there are feeds of which
 * nobody knows. Stateless.
 */
public final class Entitlements {

  private static final Logger LOG = LoggerFactory.getLogger(Entitlements.class);
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private Entitlements() {}

  /**
   * Writes it into the item's source.
   *
   * @param item with its final uri, and those that it acts on
   */
  public static void state(NewsItem item, FeedProfile profile) {
    List<String> uris =
        Stream.concat(Stream.of(item.getUri()), item.getActsOn().stream()).distinct().toList();
    Entitlement entitlement = profile.entitlement(uris);
    item.getSource().setEntitlement(entitlement);
    if (entitlement == null && WARNED.compareAndSet(false, true)) {
      LOG.warn(
          "Feed {} has no provider in its profile, as others may: any feed may revise and kill"
              + " its items. A profile with provider and speaks-for keeps them its own.",
          profile.feed());
    }
  }
}
