package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stories that come after the kill that meant them. Stateless. */
final class LateKills {

  private LateKills() {}

  /**
   * A kill that found nothing it could mean.
   *
   * @param uri of the kill itself
   * @param made when, by the wire's own time
   */
  record Kill(String uri, Instant made) {

    /** As the memory keeps it. */
    String text() {
      return made.toEpochMilli() + "@" + uri;
    }

    static Kill of(String text) {
      int cut = text.indexOf('@');
      return new Kill(
          text.substring(cut + 1), Instant.ofEpochMilli(Long.parseLong(text.substring(0, cut))));
    }
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
