package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks names up as places, also inflected ones. Safe to share between threads. */
final class KnownPlaces {
  private static final int LARGE = 500_000;
  private static final int MIDDLING = 60_000;

  private final Gazetteer gazetteer;

  KnownPlaces(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** A country by its name in the language. */
  boolean isCountry(Copy copy, int from, int to) {
    Known known = find(copy, from, to);
    return known != null && known.kind() == Kind.COUNTRY;
  }

  /** A country, a region, a capital, a large city, or a place of the language's table. */
  boolean isKnown(Copy copy, int from, int to) {
    Known known = find(copy, from, to);
    return known == null ? hasExonym(copy, from, to) : isLarge(known);
  }

  /** A city that is not known to everybody, but has the name. */
  boolean isCity(Copy copy, int from, int to) {
    Known known = find(copy, from, to);
    if (known == null) return false;
    boolean home =
        known.country() != null
            && copy.language.has("countries", known.country().toLowerCase(Locale.ROOT));
    return home || known.population() >= MIDDLING;
  }

  private static boolean isLarge(Known known) {
    return known.kind() != Kind.CITY || known.population() >= LARGE;
  }

  private boolean hasExonym(Copy copy, int from, int to) {
    return copy.language.commonName(name(copy, from, to)) != null;
  }

  private @Nullable Known find(Copy copy, int from, int to) {
    if (to <= from || to > copy.size()) return null;
    String name = name(copy, from, to);
    Known known = find(copy, name);
    return known != null ? known : find(copy, copy.language.bare(name));
  }

  private @Nullable Known find(Copy copy, String name) {
    Known country = gazetteer.countries(copy.language.tag()).get(name);
    if (country != null) return country;
    String common = copy.language.commonName(name);
    for (Known k : gazetteer.find(common == null ? name : common)) {
      boolean brief = name.length() < 4 && k.kind() == Kind.CITY;
      if (k.isPlace() && !brief) return k;
    }
    return null;
  }

  private static String name(Copy copy, int from, int to) {
    String name = copy.text.substring(copy.at(from).start(), copy.at(to - 1).end());
    return copy.at(from).shouted() ? Gazetteer.capitalised(name) : name;
  }
}
