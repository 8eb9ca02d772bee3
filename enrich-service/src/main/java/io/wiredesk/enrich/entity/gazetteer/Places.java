package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of places, joined: what the hand-written table has is known by its uri, whatever the
 * others call it. Immutable once loaded.
 */
final class Places {
  private static final String GEONAMES = "https://sws.geonames.org/";

  /** What a part of a country counts as when its name is weighed against a city's. */
  private static final int MAJOR = 1_000_000;

  private static final int MINOR = 20_000;

  /** A hand-written city stands before any of the same name: its size says so. */
  private static final int WORLD_CITY = 40_000_000;

  private static final int REGION = 5_000_000;

  private final Map<String, List<Known>> byName = new HashMap<>();
  private final Map<String, List<Known>> subdivisions = new HashMap<>();
  private final Map<String, List<Known>> abbreviations = new HashMap<>();
  private final Map<String, Map<String, Known>> countriesByLanguage = new HashMap<>();
  private final Map<String, Set<String>> smaller = new HashMap<>();
  private final Map<String, List<String>> cityNames = new HashMap<>();
  private final Map<String, Known> byUri = new HashMap<>();

  private Places() {}

  static Places load() {
    Places p = new Places();
    // before the countries: the first name given to a thing is its name
    Tables.read("places.tsv", p::place);
    Tables.read("countries.tsv.gz", p::country);
    Tables.read("city-names.tsv", r -> p.cityNames.put(r[0] + r[1], List.of(r[2].split("\\|"))));
    Tables.read("subdivisions.tsv.gz", p::subdivision);
    Tables.read("cities.tsv.gz", p::city);
    Comparator<Known> prominent =
        Comparator.comparingInt(Known::prominence).reversed().thenComparing(Known::uri);
    p.byName.replaceAll((n, list) -> list.stream().sorted(prominent).toList());
    p.subdivisions.replaceAll((n, list) -> list.stream().sorted(prominent).toList());
    return p;
  }

  private void place(String[] row) {
    Kind kind = Kind.valueOf(row[2].toUpperCase(Locale.ROOT));
    boolean city = kind == Kind.CITY || kind == Kind.CAPITAL;
    int size = city ? WORLD_CITY : kind == Kind.REGION ? REGION : 0;
    Known known =
        new Known(
            Gazetteer.WIKIDATA + row[0], row[3], EntityType.LOCATION, code(row[1]), kind, size);
    byUri.put(known.uri(), known);
    add(byName, row[3], known);
    if (row.length < 5) return;
    for (String name : row[4].split("\\|")) {
      if (name.startsWith("[")) add(abbreviations, name.substring(1, name.length() - 1), known);
      else add(byName, name, known);
    }
  }

  private void country(String[] row) {
    Kind kind = row[2].equals("country") ? Kind.COUNTRY : Kind.REGION;
    Known known =
        byUri.computeIfAbsent(
            Gazetteer.WIKIDATA + row[0],
            uri ->
                new Known(
                    uri, row[3].substring(3), EntityType.LOCATION, code(row[1]), kind, REGION));
    for (int i = 3; i < row.length; i++) {
      int eq = row[i].indexOf('=');
      String language = row[i].substring(0, eq);
      String name = row[i].substring(eq + 1);
      if (language.equals("en")) add(byName, name, known);
      if (kind == Kind.COUNTRY) {
        countriesByLanguage
            .computeIfAbsent(language, l -> new HashMap<>())
            .putIfAbsent(name, known);
      }
    }
  }

  private void subdivision(String[] row) {
    Known same = null;
    for (int i = 5; i < row.length && same == null; i++) same = handWritten(row[i], row[1]);
    if (same != null) {
      replace(same, inRegion(same, row[2]));
      return;
    }
    int size = row[4].equals("major") ? MAJOR : MINOR;
    Known known =
        new Known(
            GEONAMES + row[0] + "/",
            row[5],
            EntityType.LOCATION,
            row[1],
            Kind.SUBDIVISION,
            size,
            row[2]);
    for (int i = 5; i < row.length; i++) {
      add(subdivisions, row[i], known);
      String bare = Division.withoutKind(row[i], row[1]);
      if (bare != null) add(subdivisions, bare, known);
    }
  }

  private void city(String[] row) {
    String country = row[1];
    if (row.length > 6)
      smaller
          .computeIfAbsent(Spelling.key(row[4]), k -> new HashSet<>())
          .addAll(List.of(row[6].split(" ")));
    List<String> others = cityNames.getOrDefault(country + row[4], List.of());
    Known same = handWritten(row[4], country);
    for (String other : others) if (same == null) same = handWritten(other, country);
    String region = row.length > 5 ? row[5] : "";
    if (same != null) {
      if (same.isCity() && same.region().isEmpty()) replace(same, inRegion(same, region));
      return;
    }
    Known known =
        new Known(
            GEONAMES + row[0] + "/",
            others.isEmpty() ? row[4] : others.get(0),
            EntityType.LOCATION,
            country,
            row[3].equals("capital") ? Kind.CAPITAL : Kind.CITY,
            Integer.parseInt(row[2]),
            region);
    if (!isCountry(row[4], country)) add(byName, row[4], known);
    for (String other : others) add(byName, other, known);
  }

  /**
   * The city or region of the country, or of none, that the tables of Wikidata's ids have under the
   * name.
   */
  private @Nullable Known handWritten(String name, String country) {
    for (Known k : byName.getOrDefault(Spelling.key(name), List.of())) {
      if (k.kind() == Kind.COUNTRY || !k.uri().startsWith(Gazetteer.WIKIDATA)) continue;
      if (k.country() == null ? k.isCity() : k.country().equals(country)) return k;
    }
    return null;
  }

  /** True where the country itself has the name: Singapore. */
  private boolean isCountry(String name, String country) {
    return byName.getOrDefault(Spelling.key(name), List.of()).stream()
        .anyMatch(k -> k.kind() == Kind.COUNTRY && country.equals(k.country()));
  }

  private static Known inRegion(Known k, String region) {
    return new Known(k.uri(), k.name(), k.type(), k.country(), k.kind(), k.population(), region);
  }

  private void replace(Known old, Known updated) {
    byUri.put(old.uri(), updated);
    for (Map<String, List<Known>> map : List.of(byName, abbreviations))
      map.replaceAll(
          (n, list) -> {
            int at = list.indexOf(old);
            if (at >= 0) list.set(at, updated);
            return list;
          });
  }

  private static @Nullable String code(String column) {
    return column.equals("-") ? null : column;
  }

  private static void add(Map<String, List<Known>> map, String name, Known known) {
    List<Known> list = map.computeIfAbsent(Spelling.key(name), n -> new ArrayList<>(1));
    if (list.stream().noneMatch(k -> k.uri().equals(known.uri()))) list.add(known);
  }

  /** Countries, regions and cities of the name, the most prominent first. */
  List<Known> find(String key) {
    return byName.getOrDefault(key, List.of());
  }

  /** Every name as it is looked up. */
  Set<String> names() {
    Set<String> names = new HashSet<>(byName.keySet());
    names.addAll(subdivisions.keySet());
    return names;
  }

  /** First-level subdivisions of the name that no other table has. */
  List<Known> subdivisions(String key) {
    return subdivisions.getOrDefault(key, List.of());
  }

  /** Regions by the abbreviations that stand after a city: Calif. */
  List<Known> abbreviated(String name) {
    return abbreviations.getOrDefault(Spelling.key(name), List.of());
  }

  /** Countries with a town of the name too small to be in the table. */
  Set<String> smallerIn(String key) {
    return smaller.getOrDefault(key, Set.of());
  }

  /** Countries by their names in a language, primary tag. */
  Map<String, Known> countries(String language) {
    return countriesByLanguage.getOrDefault(language, Map.of());
  }
}
