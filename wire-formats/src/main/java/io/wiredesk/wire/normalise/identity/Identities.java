package io.wiredesk.wire.normalise.identity;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.normalise.provider.Spaces;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which item it is. The wire's own identifier where it has one; else the first rule that
 * applies: the line's number, the slug, the headline, each with provider and day, at last the
 * bytes. A rule that needs the day applies only where the wire itself is dated: the time of receipt
 * would give a file that is sent again another id. Stateless, safe to share.
 */
public final class Identities {

  /** The wire carries an identifier. */
  public static final String WIRE = "wire";

  /** Provider, service, sequence number and day of a numbered line (IPTC 7901, ANPA 1312). */
  public static final String SEQUENCE = "provider-service-sequence-day";

  /** Provider, slug without its version words, and day; only for slugs of some substance. */
  public static final String SLUG = "provider-slug-day";

  /** Provider, headline without case, accents and punctuation, and day. */
  public static final String HEADLINE = "provider-headline-day";

  /** SHA-256 of the raw bytes, and the item's place among them. */
  public static final String BYTES = "sha256";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  /** A number belongs to the transmission, */
  private static final List<Field> TRANSMITTED =
      List.of(Field.VERSION_CREATED, Field.CONTENT_CREATED, Field.FIRST_CREATED);

  /** a name to the story. */
  private static final List<Field> WRITTEN =
      List.of(Field.FIRST_CREATED, Field.CONTENT_CREATED, Field.VERSION_CREATED);

  private static final int SLUG_LETTERS = 8;
  private static final int READABLE = 48;

  /**
   * What identity is decided from besides the item.
   *
   * @param provider whose space uris are made in
   * @param zone where the provider's day begins
   * @param keeps identifiers of the wire that are uris as they stand; all others count within the
   *     provider's space alone
   */
  public record Context(
      String provider, ZoneId zone, String sha256, int indexInRaw, Predicate<String> keeps) {}

  /** The item's identity; the same item gives the same one, whenever it is received. */
  public Identity of(WireItem item, Context context) {
    String wire = item.get(Field.URI);
    return wire == null ? derived(item, context) : ofWire(wire, context);
  }

  /** Uri of another item that the wire names by its identifier: the one that item itself gets. */
  public String named(String wireId, Context context) {
    return ofWire(wireId.strip(), context).uri();
  }

  private static Identity ofWire(String wire, Context context) {
    if (Uris.isLegal(wire) && context.keeps().test(wire)) {
      return new Identity(wire, WIRE, List.of());
    }
    String uri =
        Uris.hasScheme(wire) && context.keeps().test(wire)
            ? Uris.escaped(wire)
            : Spaces.of(context.provider()) + Uris.component(wire);
    String legal = Uris.isLegal(uri) ? uri : Spaces.of(context.provider()) + Uris.component(wire);
    return new Identity(legal, WIRE, List.of(new AltId("wireId", wire)));
  }

  private static Identity derived(WireItem item, Context context) {
    Identity dated = numbered(item, context);
    if (dated == null) {
      dated = named(item, context);
    }
    if (dated != null) {
      return dated;
    }
    String place = context.indexInRaw() == 0 ? "" : ":" + context.indexInRaw();
    String uri = Spaces.of("sha256") + context.sha256() + place;
    return new Identity(uri, BYTES, List.of());
  }

  private static @Nullable Identity numbered(WireItem item, Context context) {
    String day = day(item, context.zone(), TRANSMITTED);
    String sequence = item.get(Field.SEQUENCE);
    if (day == null || sequence == null) {
      return null;
    }
    String service = item.get(Field.SERVICE);
    String line = service == null ? "-" : service.toLowerCase(Locale.ROOT);
    String id = Uris.component(line) + ":" + Uris.component(sequence.toLowerCase(Locale.ROOT));
    return new Identity(
        Spaces.of(context.provider()) + "seq:" + day + ":" + id, SEQUENCE, List.of());
  }

  private static @Nullable Identity named(WireItem item, Context context) {
    String day = day(item, context.zone(), WRITTEN);
    if (day == null) {
      return null;
    }
    String base = Spaces.of(context.provider());
    String slug = item.get(Field.SLUGLINE);
    if (slug != null && isSpecific(LeadNumbers.without(slug))) {
      String key = readable(Spaces.words(LeadNumbers.without(slug)));
      return new Identity(base + "slug:" + day + ":" + key, SLUG, List.of());
    }
    String headline = headline(item);
    if (headline != null && !Spaces.words(headline).isEmpty()) {
      String key = readable(Spaces.words(headline));
      return new Identity(base + "headline:" + day + ":" + key, HEADLINE, List.of());
    }
    return null;
  }

  private static @Nullable String headline(WireItem item) {
    return item.headlines.isEmpty() ? item.get(Field.TITLE) : item.headlines.get(0).getValue();
  }

  private static @Nullable String day(WireItem item, ZoneId zone, List<Field> times) {
    for (Field field : times) {
      Instant time = item.time(field);
      if (time != null) {
        return DAY.withZone(zone).format(time);
      }
    }
    return null;
  }

  /** Two words and eight letters at least: "SPORT" or "WEATHER" stands over many stories a day. */
  private static boolean isSpecific(String slug) {
    String words = Spaces.words(slug);
    return words.indexOf(' ') > 0
        && words.chars().filter(Character::isLetter).count() >= SLUG_LETTERS;
  }

  private static String readable(String words) {
    String ascii = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String start = ascii.length() <= READABLE ? ascii : ascii.substring(0, READABLE);
    return (start.isEmpty() ? "" : start + "-") + digest(words).substring(0, 16);
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
