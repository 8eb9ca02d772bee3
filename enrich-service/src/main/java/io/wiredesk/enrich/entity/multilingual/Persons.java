package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.schemas.EntityType;

/**
 * People by a first name or initials with a surname, by a title or an office before, by a verb of
 * saying beside, by an age behind. Safe to share between threads.
 */
final class Persons implements Step {
  private static final int LONGEST = 4;

  private final PersonNames names;
  private final KnownPlaces places;

  Persons(PersonNames names, KnownPlaces places) {
    this.names = names;
    this.places = places;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    for (int i = 0; i < copy.size(); i++) {
      if (marks.isFree(i, i + 1)) byFirstName(copy, marks, i);
    }
    for (int i = 0; i < copy.size(); i++) byTitle(copy, marks, i);
    for (int i = 0; i < copy.size(); i++) {
      if (!marks.isFree(i, i + 1) || !isStart(copy, i)) continue;
      byAge(copy, marks, i);
      bySpeech(copy, marks, i);
      bySurname(copy, marks, i);
    }
  }

  private void byFirstName(Copy copy, Marks marks, int i) {
    boolean initial = copy.at(i).isInitial() && !copy.has("function", i);
    if (!initial && !(copy.isNameLike(i) && names.isFirst(copy.at(i).lower()))) return;
    if (copy.language.isTitle(copy.at(i).lower())) return;
    int end = extent(copy, marks, i);
    if (end > i + 1 && !isPlace(copy, i, end)) {
      boolean more = initial && isStart(copy, i - 1) && copy.joins(i - 1) && marks.isFree(i - 1, i);
      marks.add(more ? i - 1 : i, end, EntityType.PERSON, Evidence.SURE);
    } else if (end == i + 1 && isBare(copy, i)) {
      marks.add(i, end, EntityType.PERSON, Evidence.GUESS);
    }
  }

  /** A first name by itself: no place, no part of a longer name, nothing with an article. */
  private boolean isBare(Copy copy, int i) {
    boolean joined = copy.joins(i) && (copy.isNameLike(i + 1) || copy.at(i + 1).isAcronym());
    boolean alone = isStart(copy, i) && !joined && !places.isCity(copy, i, i + 1);
    return alone
        && !copy.has("determiners", i - 1)
        && !copy.at(i).opens()
        && copy.at(i).text().length() > 2;
  }

  /** One past the person's name that begins at i: capitals, joined by particles of surnames. */
  private int extent(Copy copy, Marks marks, int i) {
    int end = i + 1;
    while (end - i < LONGEST + 2) {
      if (continues(copy, marks, end)) {
        end++;
        continue;
      }
      int behind = copy.behindParticles(end - 1, "particles");
      if (behind < 0 || !marks.isFree(end, behind + 1)) break;
      boolean known = places.isCountry(copy, behind, behind + 1);
      if (known && !copy.has("particles-of-surnames", end)) break;
      end = behind + 1;
    }
    return end;
  }

  private boolean continues(Copy copy, Marks marks, int at) {
    if (!copy.joins(at - 1) || !marks.isFree(at, at + 1)) return false;
    if (copy.at(at).isInitial()) return copy.isNameLike(at + 1) && copy.joins(at);
    return copy.isSurnameLike(at)
        && !copy.language.isTitle(copy.at(at).lower())
        && !copy.at(at).opens();
  }

  private boolean isPlace(Copy copy, int from, int to) {
    return places.isKnown(copy, from, to) || to - from == 2 && places.isCountry(copy, from + 1, to);
  }

  private void byTitle(Copy copy, Marks marks, int i) {
    if (!copy.language.isTitle(copy.at(i).lower()) || !copy.joins(i)) return;
    int from = i + 1;
    if (!marks.isFree(from, from + 1) || !copy.isNameLike(from)) return;
    if (copy.language.isTitle(copy.at(from).lower()) || copy.at(from).isAcronym()) return;
    if (copy.has("organisation-heads", from)) return;
    int end = extent(copy, marks, from);
    if (places.isKnown(copy, from, end) || places.isCountry(copy, from, from + 1)) return;
    marks.add(from, end, EntityType.PERSON, Evidence.SURE);
  }

  /** The name of a person who is not known by a first name may begin here. */
  private boolean isStart(Copy copy, int i) {
    Token t = copy.at(i);
    boolean joined = copy.joins(i - 1) && copy.isNameLike(i - 1);
    return copy.isNameLike(i)
        && !joined
        && !t.isAcronym()
        && !copy.language.isTitle(t.lower())
        && !copy.has("organisation-heads", i);
  }

  private void byAge(Copy copy, Marks marks, int i) {
    int end = extent(copy, marks, i);
    String open = copy.at(end).text();
    boolean age = copy.at(end + 1).text().matches("[1-9]\\d");
    String after = copy.at(end + 2).text();
    boolean closed =
        open.equals("(") && after.equals(")")
            || open.equals(",") && (after.equals(",") || copy.has("years", end + 2));
    if (age && closed && !isPlace(copy, i, end))
      marks.add(i, end, EntityType.PERSON, Evidence.CONTEXT);
  }

  private void bySpeech(Copy copy, Marks marks, int i) {
    int end = extent(copy, marks, i);
    if (end - i > LONGEST || !marks.isFree(i, end) || isPlace(copy, i, end)) return;
    boolean before = copy.has("speech", i - 1) && copy.joins(i - 1) && !copy.at(i - 1).isCapital();
    boolean after = copy.has("speech", end) && copy.joins(end - 1);
    boolean enough = end - i > 1 || copy.language.capitalisesNouns() || !copy.at(i).opens();
    if ((before || after) && enough) marks.add(i, end, EntityType.PERSON, Evidence.CONTEXT);
    else if (isSubject(copy, i, end)) marks.add(i, end, EntityType.PERSON, Evidence.GUESS);
  }

  /**
   * Where nouns have capitals they have articles as well: what opens a sentence without one, before
   * a verb of the third person, is a name.
   */
  private static boolean isSubject(Copy copy, int i, int end) {
    return copy.language.capitalisesNouns()
        && copy.at(i).opens()
        && end == i + 1
        && copy.joins(i)
        && copy.has("verbs", end)
        && !copy.language.endsAs("adjective-endings", copy.at(i).lower());
  }

  private void bySurname(Copy copy, Marks marks, int i) {
    int end = extent(copy, marks, i);
    if (end - i < 2 || end - i > 3 || !marks.isFree(i, end) || isPlace(copy, i, end)) return;
    String last = copy.at(end - 1).lower();
    boolean surname = names.isSurname(last) || copy.language.endsAs("surname-endings", last);
    if (surname
        && !places.isKnown(copy, end - 1, end)
        && (copy.isMarked(i) || copy.language.capitalisesNouns()))
      marks.add(i, end, EntityType.PERSON, Evidence.CONTEXT);
  }
}
