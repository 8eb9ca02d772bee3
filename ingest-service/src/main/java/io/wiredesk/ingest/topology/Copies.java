package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.normalise.identity.Identities;
import java.time.Duration;
import java.util.Optional;

/**
 * The copy that each feed sent, to know it when it is sent again with nothing new but the dates of
 * its envelope:
 *
 * <ul>
 *   <li>the same version of the same item, whenever its last revision said the same;
 *   <li>where the format carries no identity, an item under another transmission number with the
 *       same copy of some length, for a shorter time: short copy repeats for good reasons.
 * </ul>
 *
 * After a kill, a hold or a release the same copy is no repetition: it is issued anew. One stream
 * thread.
 */
final class Copies {

  /** Copy of fewer characters is never the same by its words alone. */
  private static final int LONG_ENOUGH = 200;

  private static final String NOTICED = "noticed";

  private final Memory memory;
  private final Duration window;

  /**
   * @param memory for as long as repetitions are known
   * @param window for which copy is known by its words alone
   */
  Copies(Memory memory, Duration window) {
    this.memory = memory;
    this.window = window;
  }

  /**
   * The item that copy repeats.
   *
   * @param raw id of the raw record that said it first
   */
  record Before(String uri, String raw) {}

  /** What the item repeats; empty where it says something new. */
  Optional<Before> repeated(String feed, NewsItem item, long at) {
    String copy = ContentDigest.ofCopy(item);
    String last = memory.latest(ofItem(feed, item.getUri()), at);
    if (last != null && last.startsWith(copy + "," + version(item) + ",")) {
      String[] said = last.split(",", 4);
      boolean whole = said[2].equals(ContentDigest.of(item)); // that is known by its revision
      return whole ? Optional.empty() : Optional.of(new Before(item.getUri(), said[3]));
    }
    boolean known = last == null && !window.isZero() && isKnownByCopy(item);
    String before = known ? memory.latest(ofCopy(feed, copy), at, window) : null;
    if (before == null) {
      return Optional.empty();
    }
    int cut = before.indexOf(',');
    Before said = new Before(before.substring(cut + 1), before.substring(0, cut));
    return isNoticed(feed, said.uri(), at) ? Optional.empty() : Optional.of(said);
  }

  /** The item goes on. */
  void sent(String feed, NewsItem item, long at) {
    String copy = ContentDigest.ofCopy(item);
    String raw = Repetitions.id(item.getSource());
    String said = String.join(",", copy, version(item), ContentDigest.of(item), raw);
    memory.add(ofItem(feed, item.getUri()), said, at);
    if (isKnownByCopy(item)) {
      memory.add(ofCopy(feed, copy), raw + "," + item.getUri(), at);
    }
    if (item.getPubStatus() != PubStatus.USABLE) {
      memory.add(ofNotice(feed, item.getUri()), NOTICED, at);
    }
    for (String other : item.getActsOn()) {
      memory.add(ofNotice(feed, other), NOTICED, at);
      memory.drop(ofItem(feed, other));
    }
  }

  private boolean isNoticed(String feed, String uri, long at) {
    return memory.latest(ofNotice(feed, uri), at) != null;
  }

  private static boolean isKnownByCopy(NewsItem item) {
    return !item.getSource().getIdentityRule().startsWith(Identities.WIRE)
        && item.getPubStatus() == PubStatus.USABLE
        && item.getActsOn().isEmpty()
        && item.getText().length() >= LONG_ENOUGH;
  }

  private static String version(NewsItem item) {
    return item.getVersion().replaceAll("[\\s,]", "_");
  }

  private static String ofItem(String feed, String uri) {
    return feed + "\nitem " + uri;
  }

  private static String ofCopy(String feed, String copy) {
    return feed + "\ncopy " + copy;
  }

  private static String ofNotice(String feed, String uri) {
    return feed + "\nnotice " + uri;
  }
}
