package io.wiredesk.enrich.entity.gazetteer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words for the parts of a country that stand beside their names: Punjab "Province", Oaxaca
 * "state". Stateless.
 */
final class Division {
  private static final Set<String> KINDS =
      Set.of(
          "province",
          "region",
          "state",
          "governorate",
          "oblast",
          "prefecture",
          "department",
          "emirate",
          "canton",
          "voivodeship",
          "republic",
          "division",
          "regency");

  /** Where a county is a first-level subdivision. */
  private static final Set<String> COUNTIES =
      Set.of("KE", "NO", "SE", "HR", "EE", "LR", "RO", "HU", "TW");

  /** Words that name a part of any country. */
  private static final Set<String> SIDES =
      Set.of(
          "North",
          "South",
          "East",
          "West",
          "Northern",
          "Southern",
          "Eastern",
          "Western",
          "Central",
          "Centre",
          "Center",
          "Upper",
          "Lower",
          "Middle",
          "Northeast",
          "Northwest",
          "Southeast",
          "Southwest",
          "North East",
          "North West",
          "South East",
          "South West",
          "Littoral",
          "Plateau",
          "Plateaux",
          "Delta",
          "Rivers",
          "River",
          "Coast",
          "Capital",
          "Capital Region",
          "National",
          "Federal District",
          "Distrito Federal",
          "Islands",
          "Highlands",
          "Lakes",
          "Union",
          "Independence",
          "Union Island",
          "Special",
          "Metropolitan",
          "Autonomous",
          "Cross",
          "Somali",
          "Harari",
          "Savannes",
          "Mono",
          "Nord",
          "Sud",
          "Est",
          "Ouest",
          "Norte",
          "Sur",
          "Gulf",
          "Central Region",
          "Western Region",
          "Eastern Region",
          "Northern Region");

  private Division() {}

  static boolean isKind(String word) {
    return KINDS.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  /** True for a name that says nothing without its word: Central. */
  static boolean isVague(String name) {
    return SIDES.contains(name);
  }

  /** Punjab for Punjab Province; null where nothing is to be taken off. */
  static @Nullable String withoutKind(String name, @Nullable String country) {
    int space = name.lastIndexOf(' ');
    if (space <= 0) return null;
    String last = name.substring(space + 1).replace("'", "");
    boolean county = last.equals("County") && country != null && COUNTIES.contains(country);
    return county || isKind(last) ? name.substring(0, space) : null;
  }
}
