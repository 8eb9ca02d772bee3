package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dateline at the top of a story: "Munich (dpa) - …", "ROSCOE, South Dakota (AP) _ …",
 * "SAITAMA, Japan, Dec. 9 Kyodo - …", "FERROL, Spain, Nov. 29, 2026 /Newswire/ -- …". It stands
 * within one paragraph and stays in the body; its place and agency are offered as fields.
 * Stateless.
 */
final class Dateline {

  private static final String DASH = "\\s*(?:--|[–—]|(?:-|_|\\.-)(?:\\s|$))";
  private static final String PLACE = "\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.,'’/ -]{1,60}?)";
  private static final String DAY =
      "(?:,? \\d{1,2}\\.? ?\\p{L}{0,10}\\.?(?: \\d{4})?"
          + "|,? \\p{L}{3,9}\\.? \\d{1,2},?(?: \\d{4})?)?";
  private static final String NAME = "(\\p{L}[\\p{L}\\p{M} ./-]{1,24})";
  private static final Pattern BRACKETED =
      Pattern.compile(PLACE + DAY + ",?\\s*(?:--)?(?:\\(" + NAME + "\\)|/" + NAME + "/)" + DASH);
  private static final Pattern OPEN =
      Pattern.compile(
          "\\s*(\\p{Lu}[\\p{Lu}. '-]+(?:, [\\p{L} .'-]{2,30}?)?), \\p{L}{3,9}\\.? \\d{1,2},?(?:"
              + " \\d{4})? \\(?(\\p{Lu}[\\p{L}]{1,15})\\)?"
              + DASH);
  private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

  /** Further than this no dateline runs. */
  static final int TOP = 160;

  /** A dateline stands in one of the first paragraphs; those above it are short. */
  private static final int PARAGRAPHS_ABOVE = 2;

  private Dateline() {}

  /** Offers place and provider where the text begins with a dateline, or a short line above one. */
  static void offer(WireItem item, String text, String origin) {
    String head = text.substring(0, Math.min(text.length(), TOP * (PARAGRAPHS_ABOVE + 1)));
    String[] paragraphs = PARAGRAPHS.split(head.stripLeading(), PARAGRAPHS_ABOVE + 2);
    for (int i = 0; i < paragraphs.length && i <= PARAGRAPHS_ABOVE; i++) {
      Matcher dateline = matcher(paragraphs[i]);
      if (dateline != null) {
        String place = dateline.group(1);
        String bare = place.endsWith(",") ? place.substring(0, place.length() - 1) : place;
        item.set(Field.LOCATED, bare, origin);
        String slashed = dateline.groupCount() > 2 ? dateline.group(3) : null;
        item.set(Field.PROVIDER, slashed == null ? dateline.group(2) : slashed, origin);
        return;
      }
      if (paragraphs[i].length() >= TOP) {
        return;
      }
    }
  }

  /** True where a line begins with a dateline. */
  static boolean begins(String line) {
    return matcher(line) != null;
  }

  private static @Nullable Matcher matcher(String paragraph) {
    String shortened = paragraph.substring(0, Math.min(paragraph.length(), TOP));
    String top = SPACES.matcher(shortened).replaceAll(" ");
    Matcher bracketed = BRACKETED.matcher(top);
    if (bracketed.lookingAt()) {
      return isPlace(bracketed.group(1)) ? bracketed : null;
    }
    Matcher open = OPEN.matcher(top);
    return open.lookingAt() ? open : null;
  }

  /** Names of places have few words in small letters ("of", "am", "de la"). */
  private static boolean isPlace(String place) {
    int small = 0;
    String[] words = place.split("[ ,/-]+");
    for (String word : words) {
      small += !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
    }
    return small * 2 <= words.length;
  }
}
