package io.wiredesk.wire.parse.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The slug of an ANPA 1312 message. The header's keyword has no spaces and is cut to what the line
 * holds ("US--Ethanol-LosingGra"); the keyword line of the text has it whole
 * ("BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140"). Where the header's is cut, the line's
 * counts. Immutable.
 *
 * @param slug without cycle and take
 * @param takeKey version within the story, null where none
 */
record AnpaSlug(String slug, @Nullable String takeKey) {

  private static final Pattern CYCLE = Pattern.compile("(?:BC|AM|PM|AP|EX)-");
  private static final Pattern TAKE =
      Pattern.compile(
          "(?i)[\\s,]+(?:\\d{1,2}(?:st|nd|rd|th)? ?-?)?(?:ld|lead|add|take|insert|sub|writethr|wrt"
              + "|rwrt|adv|urgent|bulletin|flash|correct|kill|withhold|eliminat|hold|optional|recap"
              + "|new top|alert|update|test|repeat|refile)[\\w-]*(?:[\\s,-].*)?$");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Of one message.
   *
   * @param keywordLine first line of the text, null where there is none
   */
  static AnpaSlug of(AnpaHeader header, @Nullable String keywordLine) {
    String take = header.takeKey();
    if (keywordLine == null) {
      return new AnpaSlug(header.keyword(), take);
    }
    String line = CYCLE.matcher(keywordLine).lookingAt() ? keywordLine.substring(3) : keywordLine;
    int comma = line.indexOf(',');
    String upToComma = comma < 0 ? line : line.substring(0, comma);
    Matcher marks = TAKE.matcher(upToComma);
    String whole = (marks.find() ? upToComma.substring(0, marks.start()) : upToComma).strip();
    String cut = squeezed(header.keyword());
    if (take != null && begins(whole, cut + squeezed(take))) {
      return new AnpaSlug(whole, null); // the header's keyword has spaces: no take, its rest
    }
    return new AnpaSlug(begins(whole, cut) ? whole : header.keyword(), take);
  }

  /** True where the line goes on behind what the header has of it. */
  private static boolean begins(String whole, String cut) {
    String squeezed = squeezed(whole);
    return squeezed.length() > cut.length()
        && squeezed.regionMatches(true, 0, cut, 0, cut.length());
  }

  private static String squeezed(String text) {
    return SPACES.matcher(text).replaceAll("");
  }
}
