package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names and what they may stand for, the most prominent first. Accents, hyphens and sorts of
 * apostrophes make no difference, capitals do. One thing has one uri. Immutable once loaded; safe
 * to share between threads.
 */
public final class Gazetteer {
  /** Changes with the tables. */
  public static final String VERSION = "2";

  static final String WIKIDATA = "http://www.wikidata.org/entity/";

  private final Places places = Places.load();
  private final Companies companies = Companies.load();
  private final Map<String, String> demonyms = new HashMap<>();
  private final Map<String, List<Known>> names = new HashMap<>();
  private final Map<String, List<Known>> shortNames = new HashMap<>();
  private final Map<String, List<Known>> generic = new HashMap<>();
  private final Set<String> distinctive = new HashSet<>();
  private final Set<String> common = new HashSet<>();

  private Gazetteer() {}

  /** Reads the tables; a fraction of a second. */
  public static Gazetteer load() {
    Gazetteer g = new Gazetteer();
    Tables.read("names.tsv", g::name);
    Tables.read("leaders.tsv", g::leader);
    Tables.read("bodies.tsv", g::body);
    Tables.read(
        "demonyms.tsv", r -> List.of(r[1].split("\\|")).forEach(d -> g.demonyms.put(d, r[0])));
    return g;
  }

  private void name(String[] row) {
    EntityType type = row[0].equals("P") ? EntityType.PERSON : EntityType.ORGANISATION;
    String iso = row[2].equals("-") ? null : row[2];
    Known known = new Known(WIKIDATA + row[1], row[3], type, iso, Kind.OTHER, 1);
    add(names, row[3], known);
    if (row.length < 5 || row[4].isEmpty()) return;
    for (String name : row[4].split("\\|")) {
      String inner = name.length() > 2 ? name.substring(1, name.length() - 1) : name;
      switch (name.charAt(0)) {
        case '[' -> add(shortNames, inner, known);
        case '{' -> {
          add(shortNames, inner, known);
          distinctive.add(Spelling.key(inner));
        }
        case '(' -> {
          add(names, inner, known);
          common.add(Spelling.key(inner));
        }
        default -> add(names, name, known);
      }
    }
  }

  private void leader(String[] row) {
    Known known = new Known(WIKIDATA + row[0], row[2], EntityType.PERSON, row[1], Kind.OTHER, 1);
    add(names, row[2], known);
    if (!row[3].equals("-")) for (String name : row[3].split("\\|")) add(names, name, known);
  }

  private void body(String[] row) {
    Known known =
        new Known(WIKIDATA + row[1], row[2], EntityType.ORGANISATION, row[0], Kind.OTHER, 1);
    List<String> everybodys = List.of(row[3].split("\\|"));
    if (!everybodys.contains(row[2])) add(names, row[2], known);
    for (String name : everybodys) add(generic, name, known);
  }

  private static void add(Map<String, List<Known>> map, String name, Known known) {
    List<Known> list = map.computeIfAbsent(Spelling.key(name), n -> new ArrayList<>(1));
    if (list.stream().noneMatch(k -> k.uri().equals(known.uri()))) list.add(known);
  }

  /**
   * All that the name may stand for, the most prominent first; companies of the brand index and
   * first-level subdivisions are not among them.
   */
  public List<Known> find(String name) {
    String key = Spelling.key(name);
    List<Known> found = findKey(key);
    return found.isEmpty() && isHeadline(name) ? findKey(Spelling.key(capitalised(name))) : found;
  }

  private List<Known> findKey(String key) {
    List<Known> found = places.find(key);
    List<Known> named = names.getOrDefault(key, List.of());
    if (named.isEmpty()) return found;
    if (found.isEmpty()) return named;
    List<Known> all = new ArrayList<>(found);
    all.addAll(named);
    return all;
  }

  /** Places of the name in every table, in no order that means anything. */
  List<Known> places(String name) {
    String key = Spelling.key(name);
    List<Known> all = new ArrayList<>(places.find(key));
    if (!Division.isVague(key)) all.addAll(places.subdivisions(key));
    return all.isEmpty() && isHeadline(name) ? places(capitalised(name)) : all;
  }

  /** Every name of a place. */
  Set<String> placeNames() {
    return places.names();
  }

  List<Known> subdivisions(String name) {
    return places.subdivisions(Spelling.key(name));
  }

  List<Known> abbreviated(String name) {
    return places.abbreviated(name);
  }

  Set<String> smallerIn(String name) {
    return places.smallerIn(Spelling.key(name));
  }

  private static boolean isHeadline(String name) {
    return name.length() > 3 && name.equals(name.toUpperCase(Locale.ROOT)) && !isSame(name);
  }

  private static boolean isSame(String name) {
    return capitalised(name).equals(name);
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
    return shortNames.getOrDefault(Spelling.key(name), List.of());
  }

  /**
   * True for a short name that needs no more than its country to be understood: Putin, where Russia
   * is named.
   */
  public boolean isDistinctive(String name) {
    return distinctive.contains(Spelling.key(name));
  }

  /** True for a name that is a word besides, or many things' name: Apple. */
  public boolean isCommon(String name) {
    return common.contains(Spelling.key(name));
  }

  /** Bodies that every country has under this name: Supreme Court. */
  List<Known> generic(String name) {
    return generic.getOrDefault(Spelling.key(name), List.of());
  }

  List<Companies.Company> companies(String name) {
    return companies.find(Spelling.key(name));
  }

  /** True for a first-level subdivision whose name has several words. */
  public boolean isPartOfCountry(String name) {
    if (name.indexOf(' ') < 0) return false;
    return subdivisions(name).stream().anyMatch(k -> k.population() > 100_000);
  }

  /** True for a brand or operator of the index. */
  public boolean isCompany(String name) {
    return !companies(name).isEmpty();
  }

  /** Country of the adjective or people: Japanese. */
  public @Nullable String demonym(String word) {
    return demonyms.get(word);
  }

  /** Countries by their names in a language (BCP 47 tag); empty for one without a table. */
  public Map<String, Known> countries(String language) {
    return places.countries(language.split("-", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** True for a country, a region of the table, a capital, or a city of at least so many people. */
  public boolean isPlace(String name, int population) {
    for (Known k : find(name)) {
      if (k.isPlace() && (k.kind() != Kind.CITY || k.population() >= population)) return true;
    }
    return false;
  }
}
