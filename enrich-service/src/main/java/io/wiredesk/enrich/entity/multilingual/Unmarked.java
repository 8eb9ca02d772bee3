package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.schemas.EntityType;

/**
 * Capitals in the middle of a sentence for which nothing else speaks, in languages where they mean
 * a name: by what stands before, else people where they are two or three. Safe to share between
 * threads.
 */
final class Unmarked implements Step {
  private static final int LONGEST = 4;

  private final Gazetteer gazetteer;
  private final PersonNames names;
  private final KnownPlaces places;

  Unmarked(Gazetteer gazetteer, PersonNames names, KnownPlaces places) {
    this.gazetteer = gazetteer;
    this.names = names;
    this.places = places;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.isNameLike(i) || copy.at(i).shouted() || isNoName(copy, i)) continue;
      int end = copy.runEnd(i, LONGEST);
      while (end > i && !marks.isFree(i, end)) end--;
      if (end == i) continue;
      if (end - i > 1 || copy.isMarked(i)) guess(copy, marks, i, end);
      i = end - 1;
    }
  }

  /**
   * Short forms that are no bodies, single letters, and what is made of a short form: EU-länder.
   */
  private static boolean isNoName(Copy copy, int i) {
    Token t = copy.at(i);
    return t.isAcronym()
        || t.text().length() < 2
        || t.text().matches("\\p{Lu}+-\\p{Ll}.*")
        || copy.language.endsAs("adjective-endings", t.lower()) && !copy.isNameLike(i + 1);
  }

  private void guess(Copy copy, Marks marks, int i, int end) {
    String name = copy.text.substring(copy.at(i).start(), copy.at(end - 1).end());
    int from = i;
    while (from < end && copy.language.isTitle(copy.at(from).lower())) from++;
    if (from == end) return;
    boolean noun = copy.language.capitalisesNouns();
    if (name.length() > 3
        && gazetteer.isCompany(name)
        && !names.isFirst(copy.at(i).lower())
        && (!noun || end - i > 1)) {
      marks.add(i, end, EntityType.ORGANISATION, Evidence.CONTEXT);
    } else if (!noun || end - from > 1 && isNamePair(copy, from, end)) {
      marks.add(from, end, type(copy, from, end), Evidence.GUESS);
    }
  }

  /**
   * Two capitals side by side where every noun has one: a name unless the first is an adjective.
   */
  private boolean isNamePair(Copy copy, int from, int end) {
    return !copy.at(from).opens()
        && !copy.has("determiners", from - 1)
        && !copy.language.endsAs("adjective-endings", copy.at(from).lower())
        && !places.isKnown(copy, end - 1, end);
  }

  private EntityType type(Copy copy, int from, int end) {
    if (copy.has("guess-prepositions", from - 1)) return EntityType.LOCATION;
    if (end - from == 1) {
      boolean definite = copy.language.endsAs("definite-endings", copy.at(from).lower());
      if (copy.has("articles", from - 1) || definite && copy.at(from).text().length() > 8)
        return EntityType.ORGANISATION;
    }
    boolean person = end - from < 4 && copy.at(from).text().matches("[\\p{L}'’-]+");
    return person ? EntityType.PERSON : EntityType.ORGANISATION;
  }
}
