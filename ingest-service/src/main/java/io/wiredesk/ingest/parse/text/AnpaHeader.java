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

  private static final Pattern LINES =
      Pattern.compile(
          "(?:^|[\\r\\n\\x04\\x16\\x01])[\\x00\\x16\\s]*\\x01?[ \\t]*([A-Za-z]) ?(\\d{3,5})"
              + "([^\\x1f\\r\\n\\x02]{0,40})(?:\\x1f([^\\r\\n\\x02]{0,20}))?[ \\t]*\\r?\\n"
              + "\\s*([A-Za-z])[ \\t]+([A-Za-z]{1,3})[ \\t\\x11-\\x14]*([^\\r\\n\\x02]{1,120})\\r?\\n?");
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?:(BC|AM|PM|AP|EX)-)?(\\S+)(?:[ \\t]+(.*?))??[ \\t]*"
              + "(?:[ \\t](\\d{1,2})-(\\d{1,2}))?(?:[ \\t]+(\\d{1,5}))?[ \\t]*");

  /** All headers in a text, in order. */
  static List<AnpaHeader> all(String text) {
    List<AnpaHeader> headers = new ArrayList<>();
    Matcher lines = LINES.matcher(text);
    while (lines.find()) {
      Matcher keyword = KEYWORD.matcher(lines.group(7).strip());
      if (keyword.matches() && plausible(lines, keyword, headers.isEmpty())) {
        headers.add(of(lines, keyword));
      }
    }
    return headers;
  }

  /** A first header is taken as it is; a further one has its marks, or a cycle and a date. */
  private static boolean plausible(Matcher lines, Matcher keyword, boolean first) {
    boolean marked = lines.group().indexOf('\u0001') >= 0 || lines.group(4) != null;
    return first || marked || (keyword.group(1) != null && keyword.group(4) != null);
  }

  private static AnpaHeader of(Matcher lines, Matcher keyword) {
    String selector = lines.group(4) == null ? "" : lines.group(4).strip();
    String take = keyword.group(3);
    return new AnpaHeader(
        lines.group(1),
        lines.group(2),
        (lines.group(3).strip() + " " + selector).strip(),
        lines.group(5),
        lines.group(6),
        keyword.group(1),
        keyword.group(2),
        take == null || take.isBlank() ? null : take.strip(),
        keyword.group(4) == null ? 0 : Integer.parseInt(keyword.group(4)),
        keyword.group(5) == null ? 0 : Integer.parseInt(keyword.group(5)),
        keyword.group(6),
        lines.start(),
        lines.end());
  }
}
