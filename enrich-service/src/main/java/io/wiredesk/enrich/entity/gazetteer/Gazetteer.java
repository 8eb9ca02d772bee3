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
 * Names and what they may stand for, the most prominent first. Names are compared as they are
 * written, apart from typographic apostrophes. Immutable once loaded; safe to share between
 * threads.
 */
public final class Gazetteer {
  /** Changes with the tables. */
  public static final String VERSION = "1";

  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final String GEONAMES = "https://sws.geonames.org/";

  private final Map<String, List<Known>> byName = new HashMap<>();
  private final Map<String, List<Known>> shortNames = new HashMap<>();
  private final Set<String> distinctive = new HashSet<>();
  private final Map<String, Map<String, Known>> countriesByLanguage = new HashMap<>();
  private final Map<String, Known> places = new HashMap<>();
  private final Map<String, Known> companies = new HashMap<>();

  private Gazetteer() {}

  /** Reads the tables; a fraction of a second. */
  public static Gazetteer load() {
    Gazetteer g = new Gazetteer();
    Tables.read(
        "places.tsv",
        g::place); // before the countries: the first name given to a thing is its name
    Tables.read("countries.tsv.gz", g::country);
    Tables.read("cities.tsv.gz", g::city);
    Tables.read("names.tsv", g::name);
    Tables.read("companies.tsv.gz", g::company);
    Comparator<Known> prominent =
        Comparator.comparingInt(Known::prominence).reversed().thenComparing(Known::uri);
    g.byName.replaceAll((n, list) -> list.stream().sorted(prominent).toList());
    g.shortNames.replaceAll((n, list) -> List.copyOf(list));
    return g;
  }

  private void country(String[] row) {
    Kind kind = row[2].equals("country") ? Kind.COUNTRY : Kind.REGION;
    String iso = row[1].equals("-") ? null : row[1];
    Known known =
        places.computeIfAbsent(
            WIKIDATA + row[0],
            uri -> new Known(uri, row[3].substring(3), EntityType.LOCATION, iso, kind, 0));
    for (int i = 3; i < row.length; i++) {
      int eq = row[i].indexOf('=');
      String language = row[i].substring(0, eq);
      String name = row[i].substring(eq + 1);
      if (language.equals("en")) add(name, known);
      if (kind == Kind.COUNTRY) {
        countriesByLanguage
            .computeIfAbsent(language, l -> new HashMap<>())
            .putIfAbsent(name, known);
      }
    }
  }

  private void place(String[] row) {
    Kind kind = Kind.valueOf(row[2].toUpperCase(Locale.ROOT));
    String iso = row[1].equals("-") ? null : row[1];
    // a hand-written city stands before any of the same name: its size says so
    int population = kind == Kind.CITY || kind == Kind.CAPITAL ? 40_000_000 : 0;
    Known known = new Known(WIKIDATA + row[0], row[3], EntityType.LOCATION, iso, kind, population);
    places.put(known.uri(), known);
    addAll(row, known);
  }

  private void city(String[] row) {
    Kind kind = row[3].equals("capital") ? Kind.CAPITAL : Kind.CITY;
    add(
        row[4],
        new Known(
            GEONAMES + row[0] + "/",
            row[4],
            EntityType.LOCATION,
            row[1],
            kind,
            Integer.parseInt(row[2])));
  }

  private void name(String[] row) {
    EntityType type = row[0].equals("P") ? EntityType.PERSON : EntityType.ORGANISATION;
    String iso = row[2].equals("-") ? null : row[2];
    addAll(row, new Known(WIKIDATA + row[1], row[3], type, iso, Kind.OTHER, 1));
  }

  private void company(String[] row) {
    companies.put(
        key(row[1]),
        new Known(WIKIDATA + row[0], row[1], EntityType.ORGANISATION, null, Kind.OTHER, 0));
  }

  private void addAll(String[] row, Known known) {
    add(row[3], known);
    if (row.length < 5) return;
    for (String name : row[4].split("\\|")) {
      if (name.startsWith("[") || name.startsWith("{")) {
        String brief = key(name.substring(1, name.length() - 1));
        shortNames.computeIfAbsent(brief, n -> new ArrayList<>()).add(known);
        if (name.startsWith("{")) distinctive.add(brief);
      } else {
        add(name, known);
      }
    }
  }

  private void add(String name, Known known) {
    List<Known> list = byName.computeIfAbsent(key(name), n -> new ArrayList<>(1));
    if (list.stream().noneMatch(k -> k.uri().equals(known.uri()))) list.add(known);
  }

  static String key(String name) {
    return name.replace('’', '\'').replace(" - ", "-").trim();
  }

  /**
   * All that the name may stand for, the most prominent first; companies of the brand index are not
   * among them.
   */
  public List<Known> find(String name) {
    List<Known> found = byName.get(key(name));
    if (found != null) return found;
    return isHeadline(name) ? byName.getOrDefault(key(capitalised(name)), List.of()) : List.of();
  }

  private static boolean isHeadline(String name) {
    return name.length() > 3 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** HONG KONG, as datelines have it, as Hong Kong. */
  public static String capitalised(String name) {
    StringBuilder s = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < s.length(); i++) {
      if (i == 0 || " -'".indexOf(s.charAt(i - 1)) >= 0)
        s.setCharAt(i, Character.toUpperCase(s.charAt(i)));
    }
    return s.toString();
  }

  /** Those that go by this name once an article has named them in full. */
  public List<Known> findShort(String name) {
    return shortNames.getOrDefault(key(name), List.of());
  }

  /**
   * True for a short name that needs no more than its country to be understood: Putin, where Russia
   * is named.
   */
  public boolean isDistinctive(String name) {
    return distinctive.contains(key(name));
  }

  /** The company of the brand index that has exactly this name. */
  public @Nullable Known company(String name) {
    return companies.get(key(name));
  }

  /** Countries by their names in a language (BCP 47 tag); empty for one without a table. */
  public Map<String, Known> countries(String language) {
    String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return countriesByLanguage.getOrDefault(primary, Map.of());
  }

  /** True for a country, a region of the table, a capital, or a city of at least so many people. */
  public boolean isPlace(String name, int population) {
    for (Known k : find(name)) {
      if (k.isPlace() && (k.kind() != Kind.CITY || k.population() >= population)) return true;
    }
    return false;
  }
}
