package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A thing with an identifier of an outside authority.
 *
 * @param uri Wikidata or GeoNames URI
 * @param name canonical English name
 * @param type what it is
 * @param country ISO 3166-1 alpha-2, null where it belongs to none
 * @param kind what sort of place, {@link Kind#OTHER} for people and bodies
 * @param population of a city; of a region, what it counts as when names are weighed; 0 where not
 *     known
 * @param region GeoNames code of the first-level subdivision that a city lies in or that this is;
 *     "" where not known
 */
public record Known(
    String uri,
    String name,
    EntityType type,
    @Nullable String country,
    Kind kind,
    int population,
    String region) {

  /** Sorts of things, the more likely meant first. */
  public enum Kind {
    COUNTRY,
    REGION,
    CAPITAL,
    CITY,
    SUBDIVISION,
    OTHER
  }

  /** Something without a region. */
  Known(String uri, String name, EntityType type, @Nullable String country, Kind kind, int size) {
    this(uri, name, type, country, kind, size, "");
  }

  public boolean isPlace() {
    return type == EntityType.LOCATION;
  }

  /** A town of whatever size. */
  boolean isCity() {
    return kind == Kind.CITY || kind == Kind.CAPITAL;
  }

  /** A part of a country, or of the world. */
  boolean isRegion() {
    return kind == Kind.REGION || kind == Kind.SUBDIVISION;
  }

  /** How likely an article means this one of several that share a name, without context. */
  int prominence() {
    return switch (kind) {
      case COUNTRY -> 2_000_000_000;
      case REGION -> 1_900_000_000;
      case CAPITAL -> 50_000_000 + population;
      case CITY, SUBDIVISION, OTHER -> population;
    };
  }

  /** How much it weighs against a namesake: people, about. */
  int weight() {
    return kind == Kind.CAPITAL ? Math.max(population, 300_000) : population;
  }
}
