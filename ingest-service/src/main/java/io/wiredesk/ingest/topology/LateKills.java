package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stories that come after the kill that meant them, and those that one may mean. Stateless. */
final class LateKills {

  private LateKills() {}

  private static final String WHATEVER_ITS_DATE = "+";

  /**
   * A kill that found nothing it could mean.
   *
   * @param uri of the kill itself
   * @param made when, by the wire's own time
   * @param waits true where nothing was known under the name: the first story that bears it is
   *     meant whatever its date, for the clocks of a line differ; false where stories were known,
   *     and one made after the kill is news
   */
  record Kill(String uri, Instant made, boolean waits) {

    /** As the memory keeps it. */
    String text() {
      return made.toEpochMilli() + (waits ? WHATEVER_ITS_DATE : "") + "@" + uri;
    }

    static Kill of(String text) {
      int cut = text.indexOf('@');
      String made = text.substring(0, cut);
      boolean waits = made.endsWith(WHATEVER_ITS_DATE);
      String millis = waits ? made.substring(0, made.length() - 1) : made;
      return new Kill(text.substring(cut + 1), Instant.ofEpochMilli(Long.parseLong(millis)), waits);
    }

    /**
     * True where it may mean the story.
     *
     * @param found what it was taken to mean before; empty where nothing
     */
    boolean mayMean(NewsItem story, Set<String> found) {
      if (!story.getVersionCreated().isAfter(made)) {
        return true;
      }
      boolean isFound = found.contains(story.getUri());
      return waits && (found.isEmpty() || (isFound && !saysAnew(story)));
    }

    /** As after any kill: an update does not revive the story, its provider does. */
    private static boolean saysAnew(NewsItem story) {
      return story.getSignal() == Signal.NEW || story.getSignal() == Signal.RELEASE;
    }
  }

  /**
   * Order that keeps a candidate of an unresolved kill back.
   *
   * @param uri of the candidate
   */
  static GateOrder inDoubt(String uri, NewsItem kill, FeedProfile profile) {
    return order(uri, kill, profile)
        .setAction(OrderAction.WITHHOLD)
        .setAuthority(Authority.DOUBT)
        .setReason("This kill may mean it or another; somebody is asked to find out.")
        .build();
  }

  /** Order to an item that the line has not sent; another line may have, or it comes. */
  static GateOrder elsewhere(String uri, NewsItem kill, FeedProfile profile) {
    return order(uri, kill, profile)
        .setAction(OrderAction.KILL)
        .setAuthority(Authority.WIRE)
        .build();
  }

  private static GateOrder.Builder order(String uri, NewsItem kill, FeedProfile profile) {
    return GateOrder.newBuilder()
        .setUri(uri)
        .setBy(kill.getUri())
        .setProvider(kill.getSource().getProvider())
        .setEntitlement(profile.entitlement(List.of(uri)))
        .setAt(kill.getVersionCreated());
  }

  /** The story, withheld, with a note that says why. */
  static NewsItem held(NewsItem story, Kill kill) {
    List<EditorNote> notes = new ArrayList<>(story.getEdNotes());
    notes.add(
        new EditorNote(
            "killed",
            "Withheld: the line sent a kill ("
                + kill.uri()
                + ") that meant this story before the story came. Kill it by hand, or wait until"
                + " the provider issues it anew.",
            true));
    return NewsItem.newBuilder(story).setPubStatus(PubStatus.WITHHELD).setEdNotes(notes).build();
  }
}
