package io.wiredesk.wire.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pre-header of an IPTC 7901 message: source and number, priority, category, word count, optional
 * information. Immutable.
 *
 * @param source source identification, letters
 * @param number transmission number with its leading zeros
 * @param priority 1 (highest) – 6
 * @param category category letters
 * @param words stated word count
 * @param information what follows on the line, null where nothing
 * @param start where the header starts in the text
 * @param end where the next line starts
 */
record Iptc7901Header(
    String source,
    String number,
    int priority,
    String category,
    String words,
    @Nullable String information,
    int start,
    int end) {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\p{L}{1,6}) ?(\\d{2,6})[ \\t]+([1-9])[ \\t]+(\\p{L}{1,4})[ \\t]+(\\d{1,5})"
              + "(?:[ \\t]+([^\\x02]*))?[ \\t]*");
  private static final Pattern MESSAGE_END =
      Pattern.compile(
          "(?:\\x04|\\bNNNN|\\d{6}\\s+(?:\\p{L}{2,5}\\s+)?\\p{L}{3,5}\\.?\\s+\\d{2,4})"
              + "[\\s\\x00\\x04\\x7f\\x16]*$");

  /** All headers in a text: the first, then each that follows SOH or the end of a message. */
  static List<Iptc7901Header> all(String text) {
    List<Iptc7901Header> headers = new ArrayList<>();
    for (HeaderLine line : HeaderLine.all(text)) {
      Matcher m = line.mayNumber() ? LINE.matcher(line.text()) : null;
      if (m != null && m.matches()) {
        String before = text.substring(Math.max(0, line.start() - 60), line.start());
        if (headers.isEmpty() || line.marked() || MESSAGE_END.matcher(before).find()) {
          headers.add(of(m, line));
        }
      }
    }
    return headers;
  }

  private static Iptc7901Header of(Matcher m, HeaderLine line) {
    return new Iptc7901Header(
        m.group(1),
        m.group(2),
        Integer.parseInt(m.group(3)),
        m.group(4),
        m.group(5),
        m.group(6) == null || m.group(6).isBlank() ? null : m.group(6).strip(),
        line.start(),
        line.end());
  }
}
