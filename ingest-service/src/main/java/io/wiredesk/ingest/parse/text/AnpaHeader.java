package io.wiredesk.ingest.parse.text;

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
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?:(BC|AM|PM|AP|EX)-)?(\\S+)(?:[ \\t]+(.*?))??[ \\t]*"
              + "(?:[ \\t](\\d{1,2})-(\\d{1,2}))?(?:[ \\t]+(\\d{1,5}))?[ \\t]*");

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
        Matcher keyword = KEYWORD.matcher(second.matches() ? second.group(3).strip() : "");
        boolean marked = lines.get(i).marked() || first.group(4) != null;
        if (keyword.matches() && (marked || headers.isEmpty() || dated(keyword))) {
          headers.add(of(first, second, keyword, lines.get(i).start(), lines.get(i + 1).end()));
        }
      }
    }
    return headers;
  }

  /** A further header that has lost its marks still has a cycle and a date. */
  private static boolean dated(Matcher keyword) {
    return keyword.group(1) != null && keyword.group(4) != null;
  }

  private static AnpaHeader of(Matcher first, Matcher second, Matcher keyword, int start, int end) {
    String selector = first.group(4) == null ? "" : first.group(4).strip();
    String take = keyword.group(3);
    return new AnpaHeader(
        first.group(1),
        first.group(2),
        (first.group(3).strip() + " " + selector).strip(),
        second.group(1),
        second.group(2),
        keyword.group(1),
        COMMAS_AT_END.matcher(keyword.group(2)).replaceFirst(""),
        take == null || take.isBlank() ? null : take.strip(),
        keyword.group(4) == null ? 0 : Integer.parseInt(keyword.group(4)),
        keyword.group(5) == null ? 0 : Integer.parseInt(keyword.group(5)),
        keyword.group(6),
        start,
        end);
  }
}
