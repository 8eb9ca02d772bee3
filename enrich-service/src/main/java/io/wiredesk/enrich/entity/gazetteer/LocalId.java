package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.schemas.EntityType;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identifiers of our own for what no authority identifies: same type and name, same identifier,
 * always. Stateless.
 */
public final class LocalId {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private LocalId() {}

  /** {@code urn:wiredesk:entity:person:yun-sun}; the name without case, accents and punctuation. */
  public static String of(EntityType type, String name) {
    return "urn:wiredesk:entity:" + type.name().toLowerCase(Locale.ROOT) + ":" + normalised(name);
  }

  /** Lower case, no accents, runs of anything but letters and digits as one hyphen. */
  public static String normalised(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String joined = OTHER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
    int from = joined.startsWith("-") ? 1 : 0;
    int to = joined.endsWith("-") ? joined.length() - 1 : joined.length();
    return from < to ? joined.substring(from, to) : Integer.toHexString(name.hashCode());
  }
}
