package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.enrich.entity.multilingual.Marks.Mark;
import io.wiredesk.schemas.EntityType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the whole text says of a name: a surname of a full name is that person everywhere, a name is
 * found again wherever it stands, and has the type that speaks most for it. Safe to share between
 * threads.
 */
final class WholeText implements Step {
  private final KnownPlaces places;

  WholeText(KnownPlaces places) {
    this.places = places;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    surnames(copy, marks);
    oneType(copy, marks);
    repeats(copy, marks);
  }

  private void surnames(Copy copy, Marks marks) {
    Map<String, Mark> people = new HashMap<>();
    for (Mark m : marks.all()) {
      boolean full =
          m.type() == EntityType.PERSON && m.length() > 1 && m.evidence() != Evidence.GUESS;
      if (full) people.putIfAbsent(key(copy, m.to() - 1), m);
    }
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.at(i).isCapital() || !people.containsKey(key(copy, i))) continue;
      Mark there = marks.get(i);
      boolean open = there == null || there.length() == 1 && there.evidence() != Evidence.SURE;
      boolean apart = copy.isNameLike(i) && !places.isKnown(copy, i, i + 1);
      if (open && apart) marks.put(new Mark(i, i + 1, EntityType.PERSON, Evidence.CONTEXT));
    }
  }

  /** Every name of the same words has the type for which most evidence speaks. */
  private static void oneType(Copy copy, Marks marks) {
    Map<String, Map<EntityType, Integer>> votes = new HashMap<>();
    for (Mark m : marks.all()) {
      int weight = m.evidence() == Evidence.GUESS ? 1 : m.evidence() == Evidence.CONTEXT ? 3 : 9;
      votes
          .computeIfAbsent(name(copy, m), k -> new EnumMap<>(EntityType.class))
          .merge(m.type(), weight, Integer::sum);
    }
    for (Mark m : marks.all()) {
      Map<EntityType, Integer> types = Objects.requireNonNull(votes.get(name(copy, m)));
      EntityType best = m.type();
      for (Map.Entry<EntityType, Integer> e : types.entrySet())
        if (e.getValue() > types.getOrDefault(best, 0)) best = e.getKey();
      if (best != m.type() && m.evidence() != Evidence.SURE)
        marks.put(new Mark(m.from(), m.to(), best, Evidence.CONTEXT));
    }
  }

  private static void repeats(Copy copy, Marks marks) {
    Map<String, Mark> names = new HashMap<>();
    int longest = 1;
    for (Mark m : marks.all()) {
      names.putIfAbsent(name(copy, m), m);
      longest = Math.max(longest, m.length());
    }
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.at(i).isCapital()) continue;
      for (int end = Math.min(copy.size(), i + longest); end > i; end--) {
        if (!marks.isFree(i, end)) continue;
        Mark same = names.get(name(copy, new Mark(i, end, EntityType.PERSON, Evidence.GUESS)));
        boolean again = same != null && (end > i + 1 || copy.isNameLike(i));
        if (same != null && again) marks.add(i, end, same.type(), same.evidence());
      }
    }
  }

  private static String name(Copy copy, Mark m) {
    StringBuilder name = new StringBuilder();
    for (int i = m.from(); i < m.to() - 1; i++) name.append(copy.at(i).lower()).append(' ');
    return name.append(key(copy, m.to() - 1)).toString();
  }

  /** The word without the s of the genitive. */
  private static String key(Copy copy, int i) {
    String lower = copy.at(i).lower();
    boolean inflected = copy.language.hasGenitiveS() && lower.length() > 3 && lower.endsWith("s");
    return inflected ? lower.substring(0, lower.length() - 1) : lower;
  }
}
