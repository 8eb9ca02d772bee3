package io.wiredesk.ingest.reference;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under which later copy may speak of an item: its identifiers at any time; its sequence
 * number, slug and headline on its day (UTC) only, since lines count from the start every day and
 * slugs come back.
 */
final class Names {

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_HEADLINE = 12;

  /** Roles of what stands for a part: a take of a story, a NewsItem of which this is a language. */
  private static final Set<String> PARTS = Set.of("take", "edition");

  private Names() {}

  /** All names of an item. */
  static Set<String> of(NewsItem item) {
    Set<String> names = new LinkedHashSet<>();
    names.add(id(item.getUri()));
    for (AltId alt : item.getAltIds()) {
      boolean part = alt.getRole() != null && PARTS.contains(alt.getRole());
      names.add(part ? part(alt.getValue()) : id(alt.getValue()));
      names.add(number(alt.getValue(), day(item.getVersionCreated())));
    }
    if (item.getSlugline() != null) {
      names.add(slug(item.getSlugline(), day(item.getVersionCreated())));
    }
    item.getHeadlines().stream()
        .limit(1)
        .map(headline -> plain(headline.getValue()))
        .filter(headline -> headline.length() >= SHORTEST_HEADLINE)
        .forEach(headline -> names.add(headline(headline, day(item.getVersionCreated()))));
    if (item.getPubStatus() != PubStatus.USABLE) {
      names.add(takenBack(item.getUri()));
      item.getActsOn().forEach(other -> names.add(takenBack(other)));
    }
    return names;
  }

  /** Of an item that went into a story as one of its takes, or came out of it in a language. */
  static String part(String uri) {
    return "part:" + uri;
  }

  /** Of an item that was killed or withheld, by itself or by another. */
  static String takenBack(String uri) {
    return "taken-back:" + uri;
  }

  static String id(String identifier) {
    return "id:" + identifier.strip();
  }

  static String number(String number, LocalDate day) {
    return "number:" + plain(number).replace(" ", "") + "|" + day;
  }

  static String slug(String slugline, LocalDate day) {
    return "slug:" + plain(slugline) + "|" + day;
  }

  static String headline(String plainHeadline, LocalDate day) {
    return "headline:" + plainHeadline + "|" + day;
  }

  /** Letters and digits in lower case without accents, one blank between words. */
  static String plain(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
