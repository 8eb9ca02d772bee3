package io.wiredesk.wire.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two header lines of an ANPA 1312 message. Immutable.
 *
 * @param service service letter
 * @param number transmission number with its leading zeros
 * @param selector selector code, empty where none
 * @param priority priority letter
 * @param category category letters
 * @param cycle BC, AM, PM, AP: when it is for; null where the keyword has none
 * @param keyword keyword (slug), cut by the sender to what the line holds
 * @param takeKey version within the story, "1stLd-Writethru"; null where none
 * @param month first number of the date, 0 where there is none
 * @param day second number of the date
 * @param words stated word count, null where none
 * @param start where the first header line starts in the text
 * @param end where the line after the header starts
 */
record AnpaHeader(
    String service,
    String number,
    String selector,
    String priority,
    String category,
    @Nullable String cycle,
    String keyword,
    @Nullable String takeKey,
    int month,
    int day,
    @Nullable String words,
    int start,
    int end) {

  private static final Pattern FIRST =
      Pattern.compile("([A-Za-z]) ?(\\d{3,5})([^\\x1f\\x02]{0,40})(?:\\x1f([^\\x02]{0,20}))?");
  private static final Pattern SECOND =
      Pattern.compile("([A-Za-z])[ \\t]+([A-Za-z]{1,3})[ \\t\\x11-\\x14]+([^\\x02]{1,120})");
  private static final Pattern COMMAS_AT_END = Pattern.compile(",+$");

  /** All headers in a text, in order. */
  static List<AnpaHeader> all(String text) {
    List<AnpaHeader> headers = new ArrayList<>();
    List<HeaderLine> lines = HeaderLine.all(text);
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!lines.get(i).mayNumber()) {
        continue;
      }
      Matcher first = FIRST.matcher(lines.get(i).text());
      if (first.matches()) {
        Matcher second = SECOND.matcher(lines.get(i + 1).text());
        AnpaKeyword keyword = second.matches() ? AnpaKeyword.of(second.group(3).strip()) : null;
        boolean marked = lines.get(i).marked() || first.group(4) != null;
        if (keyword != null && (marked || headers.isEmpty() || isDated(keyword))) {
          headers.add(of(first, second, keyword, lines.get(i).start(), lines.get(i + 1).end()));
        }
      }
    }
    return headers;
  }

  /** A further header that has lost its marks still has a cycle and a date. */
  private static boolean isDated(AnpaKeyword keyword) {
    return keyword.cycle() != null && keyword.month() != null;
  }

  private static AnpaHeader of(
      Matcher first, Matcher second, AnpaKeyword keyword, int start, int end) {
    String selector = first.group(4) == null ? "" : first.group(4).strip();
    String slug = keyword.slug();
    return new AnpaHeader(
        first.group(1),
        first.group(2),
        (first.group(3).strip() + " " + selector).strip(),
        second.group(1),
        second.group(2),
        keyword.cycle(),
        slug.endsWith(",") ? COMMAS_AT_END.matcher(slug).replaceFirst("") : slug,
        keyword.take(),
        number(keyword.month()),
        number(keyword.day()),
        keyword.words(),
        start,
        end);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
