package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.schemas.EntityType;

/**
 * Places by the tables, by a head word ("Lago Maggiore", "Hauptstraße"), and smaller cities by the
 * preposition before them. Safe to share between threads.
 */
final class Places implements Step {
  private static final int LONGEST = 5;

  private final KnownPlaces known;

  Places(KnownPlaces known) {
    this.known = known;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.at(i).isWord()) continue;
      if (!byTable(copy, marks, i)) byHead(copy, marks, i);
    }
  }

  private boolean byTable(Copy copy, Marks marks, int i) {
    if (!copy.at(i).isCapital() || copy.has("function", i)) return false;
    for (int end = Math.min(copy.size(), i + LONGEST); end > i; end--) {
      if (!marks.isFree(i, end) || end > i + 1 && !isJoined(copy, i, end)) continue;
      boolean said = copy.has("place-prepositions", i - 1) || copy.at(i).shouted();
      boolean alone = end > i + 1 || !touchesName(copy, i, end);
      boolean sure = known.isKnown(copy, i, end) && (alone || said);
      if (sure
          || alone
              && known.isCity(copy, i, end)
              && copy.isNameLike(i)
              && (said || copy.isMarked(i))) {
        return marks.add(i, end, EntityType.LOCATION, sure ? Evidence.SURE : Evidence.CONTEXT);
      }
    }
    return false;
  }

  private static boolean isJoined(Copy copy, int from, int end) {
    for (int i = from; i + 1 < end; i++) if (!copy.joins(i)) return false;
    return true;
  }

  private static boolean touchesName(Copy copy, int from, int end) {
    boolean before =
        copy.joins(from - 1)
            && copy.isNameLike(from - 1)
            && !copy.at(from - 1).opens()
            && !copy.language.isTitle(copy.at(from - 1).lower());
    return before || copy.joins(end - 1) && copy.isNameLike(end) && !copy.at(end).isAcronym();
  }

  private void byHead(Copy copy, Marks marks, int i) {
    Token t = copy.at(i);
    if (t.isCapital()
        && !t.shouted()
        && copy.language.endsAs("place-endings", t.lower())
        && copy.isNameLike(i)) {
      marks.add(i, i + 1, EntityType.LOCATION, Evidence.CONTEXT);
      return;
    }
    if (copy.has("place-tails", i)
        && copy.joins(i - 1)
        && copy.isNameLike(i - 1)
        && t.isCapital()) {
      int from = i - 1;
      while (copy.joins(from - 1) && copy.isNameLike(from - 1) && !copy.at(from - 1).opens())
        from--;
      marks.add(from, i + 1, EntityType.LOCATION, Evidence.CONTEXT);
      return;
    }
    if (!copy.has("place-heads", i) || !marks.isFree(i, i + 1)) return;
    int from = i + 1;
    if (!copy.joins(i) || !copy.isNameLike(from))
      from = copy.behindParticles(i, "organisation-particles");
    if (from < 0 || copy.at(from).isAcronym()) return;
    int end = copy.runEnd(from, 3);
    boolean whole = t.isCapital() && !copy.language.capitalisesNouns();
    marks.add(whole ? i : from, end, EntityType.LOCATION, Evidence.CONTEXT);
  }
}
