package io.wiredesk.publish.gate;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The forms in which a revision may leave the gate. Stateless. */
public final class PublicCopy {

  private PublicCopy() {}

  /**
   * The revision as subscribers get it: without non-public notes, and without {@code extras}, which
   * nobody has vetted for the public.
   */
  public static NewsItem of(NewsItem item) {
    NewsItem copy = NewsItem.newBuilder(item).build();
    copy.setEdNotes(item.getEdNotes().stream().filter(EditorNote::getIsPublic).toList());
    copy.setExtras(Map.of());
    return copy;
  }

  /**
   * What may be said of an item that is taken back: identity, version, times and origin, nothing of
   * its copy. A list of what stays, so that a new field is left out until somebody decides on it.
   */
  public static NewsItem stripped(NewsItem item, PubStatus status) {
    return NewsItem.newBuilder()
        .setUri(item.getUri())
        .setVersion(item.getVersion())
        .setRevision(item.getRevision())
        .setType(item.getType())
        .setProfile(item.getProfile())
        .setSignal(item.getSignal())
        .setPubStatus(status)
        .setEmbargoedUntil(item.getEmbargoedUntil())
        .setUrgency(item.getUrgency())
        .setVersionCreated(item.getVersionCreated())
        .setFirstCreated(item.getFirstCreated())
        .setLanguage(item.getLanguage())
        .setSource(withoutName(item.getSource()))
        .setTrail(item.getTrail())
        .build();
  }

  /** True while there is anything of the copy in it. */
  public static boolean isWhole(NewsItem item) {
    return !item.getText().isEmpty()
        || !item.getBodies().isEmpty()
        || !item.getHeadlines().isEmpty();
  }

  /**
   * The item with an entry for this stage, received and for the time being emitted at {@code now}.
   */
  static NewsItem received(NewsItem item, String serviceVersion, Instant now) {
    List<TrailEntry> trail = new ArrayList<>(item.getTrail());
    trail.add(new TrailEntry(Stage.PUBLISH, serviceVersion, now, now));
    NewsItem copy = NewsItem.newBuilder(item).build();
    copy.setTrail(trail);
    return copy;
  }

  /** {@link #of} the item, whose entry for this stage says that it was emitted at {@code now}. */
  static NewsItem released(NewsItem item, Instant now) {
    NewsItem copy = of(item);
    List<TrailEntry> trail = new ArrayList<>(item.getTrail());
    int last = trail.size() - 1;
    if (last >= 0 && trail.get(last).getStage() == Stage.PUBLISH) {
      TrailEntry entry = trail.get(last);
      trail.set(
          last, new TrailEntry(Stage.PUBLISH, entry.getServiceVersion(), entry.getReceived(), now));
    }
    copy.setTrail(trail);
    return copy;
  }

  /** File names tell slugs. */
  private static Source withoutName(Source source) {
    return Source.newBuilder(source).setSourceName(null).setRepairs(List.of()).build();
  }
}
