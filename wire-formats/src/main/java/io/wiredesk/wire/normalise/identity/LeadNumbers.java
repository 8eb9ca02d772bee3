package io.wiredesk.wire.normalise.identity;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions as agencies write them into slugs, titles and headlines where the format has no version:
 * "1st Ld-Writethru", "2ND LEAD", "UPDATE 2-", "2. Zusammenfassung", "2e éd". The story as first
 * filed is 1, so the first lead is 2; an edition counts itself. Stateless.
 */
public final class LeadNumbers {

  private static final int MAX = 99;

  /** Ordinal or number of a new top on the story: n means version n + 1. */
  private static final List<Pattern> LEADS =
      List.of(
          Pattern.compile("(?i)(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th)[ -]?(?:lds?|leads?)\\b"),
          Pattern.compile(
              "(?<![\\p{L}\\d])(?:UPDATE|LEAD|LD|Update|Lead|Ld)[ -]?(\\d{1,2})(?=[-–: ,/)\\]]|$)"),
          Pattern.compile(
              "(?i)^\\W*(?:update|aktualisierung|actualisation|actualización|actualizacion|aggiornamento|mise"
                  + " à jour) (\\d{1,2})\\b(?=\\W|$)"),
          Pattern.compile(
              "(?i)(?<![\\p{L}\\d])(\\d{1,2})\\."
                  + " ?(?:aktualisierung|zusammenfassung|lead|update|fassung)\\b"),
          Pattern.compile(
              "(?i)(?<![\\p{L}\\d])(\\d{1,2})[ªa]"
                  + " ?(?:actualización|actualizacion|ampliación|ampliacion)\\b"));

  /** Number of the edition itself. */
  private static final List<Pattern> EDITIONS =
      List.of(
          Pattern.compile(
              "(?i)(?<![\\p{L}\\d])(\\d{1,2})(?:e|è|ème|eme|ère|er|nde?)["
                  + " .]?(?:éd|ed|édition|edition|version|lead|papier)\\b"),
          Pattern.compile(
              "(?i)(?<![\\p{L}\\d])(\\d{1,2})[ªa] ?(?:versión|version|edición|edicion)\\b"),
          Pattern.compile("(?i)^\\W*(?:version|versión|fassung) (\\d{1,2})\\b(?=\\W|$)"));

  private static final Pattern BARE_LEAD =
      Pattern.compile(
          "(?:^|[,;/ -])(?:LEAD|Lead|Ld|LD)(?:[-,"
              + " ]?(?:all|writethru|Writethru|WRITETHRU))?$|^LEAD[:-]");

  private LeadNumbers() {}

  /** Version by the first text that says one; empty where none does. */
  public static OptionalInt of(List<String> texts) {
    for (String text : texts) {
      OptionalInt version = version(text);
      if (version.isPresent()) {
        return version;
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt version(String text) {
    Integer lead = first(LEADS, text);
    if (lead != null) {
      return OptionalInt.of(lead + 1);
    }
    Integer edition = first(EDITIONS, text);
    if (edition != null) {
      return OptionalInt.of(edition);
    }
    return BARE_LEAD.matcher(text).find() ? OptionalInt.of(2) : OptionalInt.empty();
  }

  private static @Nullable Integer first(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        int number = Integer.parseInt(matcher.group(1));
        if (number >= 1 && number <= MAX) {
          return number;
        }
      }
    }
    return null;
  }

  /** The slug without its version words, so that all versions of a story share it. */
  public static String without(String slug) {
    String bare = slug;
    for (Pattern pattern : LEADS) {
      bare = pattern.matcher(bare).replaceAll(" ");
    }
    for (Pattern pattern : EDITIONS) {
      bare = pattern.matcher(bare).replaceAll(" ");
    }
    return bare.replaceAll("(?i)\\bwrite-?thru\\b|\\bwritethrough\\b", " ")
        .replaceAll("[\\s,;/-]+$", "");
  }
}
