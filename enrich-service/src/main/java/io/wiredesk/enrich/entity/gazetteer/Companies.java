package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brands and operators by their names. Many share a name, and many a name is a common word: whoever
 * asks looks for evidence. Immutable once loaded.
 */
final class Companies {

  /**
   * One of the index.
   *
   * @param known who it is, its country where it has one only
   * @param operator true for one that runs something (a ministry, a railway), false for a brand
   * @param homes ISO 3166-1 codes of where it is at home; empty for all over the world
   */
  record Company(Known known, boolean operator, Set<String> homes) {}

  private final Map<String, List<Company>> byName = new HashMap<>();

  private Companies() {}

  static Companies load() {
    Companies c = new Companies();
    Tables.read("companies.tsv.gz", c::add);
    return c;
  }

  private void add(String[] row) {
    boolean everywhere = row.length < 4 || row[3].equals("*");
    Set<String> homes = everywhere ? Set.of() : Set.of(row[3].split(" "));
    String country = homes.size() == 1 ? homes.iterator().next() : null;
    Known known =
        new Known(
            Gazetteer.WIKIDATA + row[0], row[1], EntityType.ORGANISATION, country, Kind.OTHER, 0);
    byName
        .computeIfAbsent(Spelling.key(row[1]), n -> new ArrayList<>(1))
        .add(new Company(known, row[2].equals("operator"), homes));
  }

  /** All of exactly this name. */
  List<Company> find(String key) {
    return byName.getOrDefault(key, List.of());
  }
}
