package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about where it plays: the countries that it names, by their names, their
 * people and places that cannot be mistaken. Decides which of several places of one name is meant,
 * and would rather say none: a name that a comparable place abroad has too is nowhere until the
 * article names a country. The order of mentions does not matter. Immutable.
 */
public final class Context {
  private static final int UNMISTAKABLE = 300_000;

  /** A city that is linked in an article that does not name its country. */
  private static final int KNOWN_BY_ITSELF = 500_000;

  /** Of cities in countries that an article names, one may be so much smaller than another. */
  private static final long SMALLER = 50;

  /** A city so small gives way to the part of the country that has its name. */
  private static final int MINOR_CITY = 30_000;

  /**
   * A mention of a place.
   *
   * @param name as the article has it
   * @param start UTF-16 offset into the text
   * @param end exclusive
   */
  public record Mentioned(String name, int start, int end) {}

  private final Map<String, Integer> countries = new HashMap<>();

  /** Parts of countries that the article names, as country and GeoNames code. */
  private final Set<String> regions = new HashSet<>();

  private final Surroundings surroundings;
  private final Gazetteer gazetteer;
  private final String text;
  private @Nullable String located;

  /** Takes the countries from the names of places in the article and from its dateline. */
  public Context(
      Gazetteer gazetteer, String text, List<Mentioned> places, @Nullable String located) {
    this.gazetteer = gazetteer;
    this.text = text;
    surroundings = new Surroundings(gazetteer, text, places);
    for (Mentioned m : places) {
      note(m.name(), 2);
      regions.addAll(regions(m.name()));
    }
    people();
    if (located != null) {
      for (String part : located.split("[,/()]")) {
        String country = note(part.trim(), 3);
        if (country != null) this.located = country;
      }
    }
  }

  private @Nullable String note(String name, int weight) {
    String country = clear(name);
    if (country != null) countries.merge(country, weight, Integer::sum);
    return country;
  }

  /** The country that the name gives away; null for a place that others are called after. */
  private @Nullable String clear(String name) {
    Surroundings.Within within = surroundings.of(name);
    if (within != null) return within.country();
    List<Known> found = gazetteer.places(name);
    if (found.isEmpty()) return null;
    Known first = found.get(0);
    if (first.kind() == Kind.COUNTRY)
      return found.stream().anyMatch(k -> k.kind() == Kind.REGION && isAbroad(k, first))
          ? null
          : first.country();
    boolean alone = found.stream().noneMatch(k -> isAbroad(k, first));
    boolean small = gazetteer.smallerIn(name).stream().anyMatch(c -> !c.equals(first.country()));
    if (first.isRegion()) return alone || first.kind() == Kind.REGION ? first.country() : null;
    boolean world = first.uri().startsWith(Gazetteer.WIKIDATA);
    return world || alone && !small && first.weight() >= UNMISTAKABLE ? first.country() : null;
  }

  private List<String> regions(String name) {
    return gazetteer.places(name).stream()
        .filter(k -> k.isRegion() && !k.region().isEmpty())
        .map(Context::region)
        .toList();
  }

  private static String region(Known k) {
    return k.country() + "." + k.region();
  }

  private static boolean isAbroad(Known a, Known b) {
    return a.country() != null && !a.country().equals(b.country());
  }

  /** Counts the adjectives, of one word and of two: French, Costa Rican. */
  private void people() {
    int before = -1;
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetter(text.charAt(i))) {
        if (from < 0) from = i;
      } else {
        if (from >= 0 && i - from > 3 && Character.isUpperCase(text.charAt(from)))
          people(before, from, i);
        boolean joined = from >= 0 && i < text.length() && text.charAt(i) == ' ';
        before = joined ? from : -1;
        from = -1;
      }
    }
  }

  private void people(int before, int from, int to) {
    String country = before < 0 ? null : gazetteer.demonym(text.substring(before, to));
    if (country == null) country = gazetteer.demonym(text.substring(from, to));
    if (country != null) countries.merge(country, 1, Integer::sum);
  }

  /** True where the article names the country or a place that stands for it. */
  public boolean names(@Nullable String country) {
    return country != null && countries.containsKey(country);
  }

  /** The country that the article is about: of its dateline, or named far more than any other. */
  public @Nullable String home() {
    String most = null;
    int best = 0;
    int second = 0;
    for (Map.Entry<String, Integer> e : countries.entrySet()) {
      int n = e.getValue() + (e.getKey().equals(located) ? 4 : 0);
      if (n > best) {
        second = best;
        best = n;
        most = e.getKey();
      } else if (n > second) {
        second = n;
      }
    }
    return best >= 2 * second ? most : null;
  }

  /** The place meant, null in doubt. */
  public @Nullable Known place(String name) {
    List<Known> places = candidates(name);
    if (places.isEmpty()) return null;
    Surroundings.Within within = surroundings.of(name);
    if (within != null) return said(places, within);
    Known first = places.get(0);
    if (first.kind() == Kind.COUNTRY) return country(first, places);
    if (first.kind() == Kind.REGION && first.country() == null) return first;
    if (Words.isUsedSmall(name, text)) return null;
    List<Known> named =
        places.stream()
            .filter(k -> names(k.country()) && k.weight() * SMALLER >= first.weight())
            .toList();
    boolean passedOver = first.kind() == Kind.CAPITAL && !names(first.country());
    return named.isEmpty() || passedOver ? unsaid(name, first, places) : named(named);
  }

  private List<Known> candidates(String name) {
    String bare = Division.withoutKind(name, null);
    List<Known> divisions = bare == null ? List.of() : gazetteer.subdivisions(bare);
    List<Known> places = gazetteer.places(name);
    if (surroundings.isDivision(name)) {
      List<Known> parts = new ArrayList<>(gazetteer.subdivisions(name));
      places.stream().filter(k -> k.kind() == Kind.REGION).forEach(parts::add);
      if (!parts.isEmpty()) return sorted(parts);
    }
    if (places.isEmpty() && bare != null) {
      List<Known> regions =
          gazetteer.places(bare).stream().filter(k -> k.kind() == Kind.REGION).toList();
      return sorted(regions.isEmpty() ? divisions : regions);
    }
    return sorted(places);
  }

  private static List<Known> sorted(List<Known> places) {
    return places.stream()
        .sorted(
            java.util.Comparator.comparingInt(Known::prominence)
                .reversed()
                .thenComparing(Known::uri))
        .toList();
  }

  /** A country, unless a region abroad has its name and the article speaks of that: Georgia. */
  private @Nullable Known country(Known country, List<Known> places) {
    for (Known k : places) {
      if (k.kind() != Kind.REGION || !isAbroad(k, country)) continue;
      boolean here = names(country.country());
      boolean there = names(k.country());
      return here == there ? null : here ? country : k;
    }
    return country;
  }

  /** The one in the country and region that stand beside the name. */
  private @Nullable Known said(List<Known> places, Surroundings.Within within) {
    List<Known> there =
        places.stream()
            .filter(
                k ->
                    within.country().equals(k.country())
                        && (within.region().isEmpty()
                            || k.region().isEmpty()
                            || k.region().equals(within.region())))
            .toList();
    return largest(there);
  }

  /** Of those in countries that the article names. */
  private @Nullable Known named(List<Known> named) {
    Set<String> countries =
        named.stream().map(k -> String.valueOf(k.country())).collect(Collectors.toSet());
    if (countries.size() == 1) return largest(named);
    String home = home();
    Known first = named.get(0);
    for (Known k : named)
      if (isAbroad(k, first) && k.weight() * 8L > first.weight()) {
        return home != null && countries.contains(home)
            ? largest(named.stream().filter(n -> home.equals(n.country())).toList())
            : null;
      }
    return largest(named.stream().filter(k -> !isAbroad(k, first)).toList());
  }

  /** Of one country's: a city before the part that is called after it, the larger by far. */
  private @Nullable Known largest(List<Known> places) {
    if (places.isEmpty()) return null;
    List<Known> sorted = sorted(places);
    for (Known k : sorted) if (k.kind() == Kind.COUNTRY || k.kind() == Kind.REGION) return k;
    List<Known> cities = sorted.stream().filter(Known::isCity).toList();
    List<Known> parts = sorted.stream().filter(k -> !k.isCity()).toList();
    if (cities.isEmpty() || !parts.isEmpty() && cities.get(0).weight() < MINOR_CITY)
      return parts.size() == 1 ? parts.get(0) : null;
    Known first = cities.get(0);
    List<Known> near = cities.stream().filter(k -> regions.contains(region(k))).toList();
    if (near.size() == 1 && first.kind() != Kind.CAPITAL && parts.isEmpty()) return near.get(0);
    boolean unclear =
        cities.size() > 1
            && first.kind() != Kind.CAPITAL
            && cities.get(1).weight() * 3L > first.weight();
    return unclear ? null : first;
  }

  /** Where the article names no country that has one of the name. */
  private @Nullable Known unsaid(String name, Known first, List<Known> places) {
    boolean world = first.uri().startsWith(Gazetteer.WIKIDATA);
    if (world) return first;
    boolean elsewhere =
        gazetteer.smallerIn(name).stream().anyMatch(this::names)
            || places.stream().anyMatch(k -> names(k.country()));
    if (elsewhere) return null;
    if (first.kind() == Kind.SUBDIVISION)
      return places.size() == 1 && first.weight() > UNMISTAKABLE ? first : null;
    long factor = first.kind() == Kind.CAPITAL ? 4 : 10;
    boolean rival =
        places.stream().anyMatch(k -> isAbroad(k, first) && k.weight() * factor > first.weight());
    boolean large = first.kind() == Kind.CAPITAL || first.weight() >= KNOWN_BY_ITSELF;
    return rival || !large ? null : first;
  }
}
