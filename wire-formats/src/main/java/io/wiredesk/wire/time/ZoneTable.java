package io.wiredesk.wire.time;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of zones mean: {@code zones.tsv}, and the zones and cities of the tz database.
 * Stateless.
 */
final class ZoneTable {

  private static final Set<String> STANDARD = new HashSet<>();
  private static final Map<String, List<ZoneId>> NAMES = names();
  private static final Map<String, String> REGIONS = regions();
  private static final Map<String, String> CITIES = cities();

  private ZoneTable() {}

  /** Meanings of an abbreviation or a phrase such as "Eastern"; the ordinary one first. */
  static @Nullable List<ZoneId> named(String name) {
    return NAMES.get(name.toUpperCase(Locale.ROOT));
  }

  /** True where RFC 822 says what the abbreviation means. */
  static boolean isStandard(String name) {
    return STANDARD.contains(name.toUpperCase(Locale.ROOT));
  }

  /** The zone that the tz database calls so: Europe/Berlin, Etc/GMT+5. */
  static @Nullable ZoneId region(String name) {
    return zone(REGIONS.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The zone of a city after which the tz database names one. */
  static @Nullable ZoneId city(String name) {
    return zone(CITIES.get(CalendarNames.plain(name)));
  }

  private static @Nullable ZoneId zone(@Nullable String id) {
    return id == null ? null : ZoneId.of(id);
  }

  private static Map<String, List<ZoneId>> names() {
    Map<String, List<ZoneId>> names = new HashMap<>();
    for (String line : CalendarNames.lines("zones.tsv")) {
      String[] columns = line.split("\t");
      List<ZoneId> meanings = new ArrayList<>();
      for (String meaning : columns[1].split(" ")) {
        meanings.add(ZoneId.of(meaning));
      }
      if (columns[2].startsWith("RFC822")) {
        STANDARD.add(columns[0]);
      }
      if (names.put(columns[0].toUpperCase(Locale.ROOT), List.copyOf(meanings)) != null) {
        throw new IllegalStateException("zones.tsv has " + columns[0] + " twice");
      }
    }
    return Map.copyOf(names);
  }

  private static Map<String, String> regions() {
    Map<String, String> regions = new HashMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/"))
        .forEach(id -> regions.put(id.toLowerCase(Locale.ROOT), id));
    return Map.copyOf(regions);
  }

  private static Map<String, String> cities() {
    Map<String, String> cities = new HashMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.matches("(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.+"))
        .sorted()
        .forEach(
            id ->
                cities.putIfAbsent(
                    id.substring(id.lastIndexOf('/') + 1)
                        .replace('_', ' ')
                        .toLowerCase(Locale.ROOT),
                    id));
    return Map.copyOf(cities);
  }
}
