package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about where it plays: the countries that it names. Decides which of several
 * places or people of one name is meant. Immutable.
 */
public final class Context {
  private static final int UNMISTAKABLE = 300_000;

  private final Set<String> countries = new HashSet<>();
  private final Gazetteer gazetteer;

  /** Takes the countries from the names of places in the article and from its dateline. */
  public Context(Gazetteer gazetteer, Collection<String> places, @Nullable String located) {
    this.gazetteer = gazetteer;
    for (String name : places) note(name);
    if (located != null) {
      for (String part : located.split("[,/()]")) note(part.trim());
    }
  }

  private void note(String name) {
    List<Known> found = gazetteer.find(name);
    if (found.isEmpty()) return;
    Known first = found.get(0);
    boolean clear = first.kind() != Kind.CITY || first.population() >= UNMISTAKABLE;
    if (first.isPlace() && clear && first.country() != null) countries.add(first.country());
  }

  /** True where the article names the country or a place that stands for it. */
  public boolean names(@Nullable String country) {
    return country != null && countries.contains(country);
  }

  /**
   * The place meant. Countries and regions need no context; of cities the largest in a country that
   * the article names, else the largest of all if it is a large one or a capital; else none.
   */
  public @Nullable Known place(String name) {
    List<Known> places = gazetteer.find(name).stream().filter(Known::isPlace).toList();
    if (places.isEmpty()) return null;
    Known first = places.get(0);
    if (first.kind() == Kind.COUNTRY || first.kind() == Kind.REGION) return first;
    for (Known k : places) {
      if (names(k.country()) && (long) k.population() * 50 >= first.population()) return k;
    }
    return first.kind() == Kind.CAPITAL || first.population() >= UNMISTAKABLE ? first : null;
  }
}
