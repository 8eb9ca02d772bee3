package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.schemas.EntityType;

/**
 * Organisations by their head word ("Universidade de Coimbra", "Svenska Handelsbanken"), their
 * legal form ("Muster AG"), their short form in capitals. Safe to share between threads.
 */
final class Organisations implements Step {
  private static final int LONGEST = 8;

  private final KnownPlaces places;

  Organisations(KnownPlaces places) {
    this.places = places;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.at(i).isCapital() || !marks.isFree(i, i + 1)) continue;
      if (byHead(copy, marks, i) || byLegalForm(copy, marks, i) || byEnding(copy, marks, i))
        continue;
      if (isShortForm(copy, i) && !places.isKnown(copy, i, i + 1))
        marks.add(i, i + 1, EntityType.ORGANISATION, Evidence.CONTEXT);
    }
  }

  private static boolean byHead(Copy copy, Marks marks, int i) {
    if (!copy.has("organisation-heads", i) || copy.at(i).shouted()) return false;
    int end = extent(copy, i);
    if (end > i + 1) return marks.add(i, end, EntityType.ORGANISATION, Evidence.SURE);
    boolean alone = copy.has("bodies", i) && !copy.at(i).opens();
    return alone && marks.add(i, i + 1, EntityType.ORGANISATION, Evidence.CONTEXT);
  }

  /** One past the name that the head at i opens: capitals, joined by particles. */
  private static int extent(Copy copy, int i) {
    int end = i + 1;
    while (end - i < LONGEST) {
      if (copy.joins(end - 1) && (copy.isNameLike(end) || copy.at(end).isAcronym())) {
        end++;
        continue;
      }
      int behind = copy.behindParticles(end - 1, "organisation-particles");
      if (behind < 0 || copy.language.isTitle(copy.at(behind).lower())) break;
      end = behind + 1;
    }
    return end;
  }

  private static boolean byLegalForm(Copy copy, Marks marks, int i) {
    int end = copy.runEnd(i, LONGEST);
    for (int at = i + 1; at < end || at == end && copy.joins(at - 1); at++) {
      if (copy.language.has("legal-forms", copy.at(at).text())) {
        return marks.add(i, at + 1, EntityType.ORGANISATION, Evidence.SURE);
      }
    }
    return false;
  }

  /** "Centerpartiet", "Svenska Handelsbanken", "Motion Picture Association of America". */
  private static boolean byEnding(Copy copy, Marks marks, int i) {
    if (!copy.isNameLike(i) || copy.at(i).shouted()) return false;
    int end = copy.runEnd(i, LONGEST);
    for (int at = end - 1; at >= i; at--) {
      String lower = copy.at(at).lower();
      boolean head = at > i && copy.language.has("organisation-tails", lower);
      boolean compound =
          isCompound(copy, lower)
              && (!copy.language.capitalisesNouns()
                  || copy.language.beginsAs("organisation-beginnings", lower));
      if (!head && !compound) continue;
      int from = i;
      while (from < at && copy.language.isTitle(copy.at(from).lower())) from++;
      int to = at + 1;
      int behind = head ? copy.behindParticles(at, "organisation-particles") : -1;
      if (behind > 0) to = copy.runEnd(behind, LONGEST);
      return marks.add(from, to, EntityType.ORGANISATION, Evidence.SURE);
    }
    return false;
  }

  /** Words in capitals side by side are emphasis, no short forms. */
  private static boolean isLoud(Copy copy, int i) {
    Token t = copy.at(i);
    return t.text().length() > 4 && t.text().matches("\\p{Lu}+");
  }

  private static boolean isCompound(Copy copy, String lower) {
    boolean inflected = copy.language.hasGenitiveS() && lower.length() > 9 && lower.endsWith("s");
    return copy.language.endsAs("organisation-endings", lower)
        || inflected
            && copy.language.endsAs("organisation-endings", lower.substring(0, lower.length() - 1));
  }

  private static boolean isShortForm(Copy copy, int i) {
    Token t = copy.at(i);
    return t.isAcronym()
        && !copy.has("no-organisations", i)
        && !t.text().matches("[IVXLCM]+|.*\\d.*")
        && !isLoud(copy, i - 1)
        && !isLoud(copy, i + 1)
        && !(copy.joins(i) && copy.at(i + 1).text().matches("\\d+"));
  }
}
