package io.wiredesk.wire.parse.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that a mail's text holds in uuencode (POSIX uuencode: "begin 644 name" … "end"): they are
 * attachments, no copy. Linear in the text. Immutable.
 *
 * @param text the text without them
 * @param files in order
 */
record Uuencoded(String text, List<MailParts.Attachment> files) {

  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,200})");
  private static final int FEWEST_LINES = 2;
  private static final int LONGEST = 45;

  static Uuencoded of(String text) {
    if (!text.contains("begin ")) {
      return new Uuencoded(text, List.of());
    }
    String[] lines = text.split("\\r?\\n", -1);
    List<String> kept = new ArrayList<>();
    List<MailParts.Attachment> files = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher begin = BEGIN.matcher(lines[i].stripTrailing());
      int end = begin.matches() ? end(lines, i + 1) : i;
      if (end - i < FEWEST_LINES) {
        kept.add(lines[i]);
        continue;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int line = i + 1; line < end; line++) {
        decode(lines[line], bytes);
      }
      files.add(MailParts.file(begin.group(1).strip(), bytes.toByteArray()));
      boolean closed = end < lines.length && lines[end].stripTrailing().equals("end");
      i = closed ? end : end - 1;
    }
    return new Uuencoded(String.join("\n", kept), files);
  }

  /** Behind the last line that is one of the file. */
  private static int end(String[] lines, int from) {
    int at = from;
    while (at < lines.length && isData(lines[at])) {
      at++;
    }
    return at;
  }

  /** The first character says how many bytes follow, four characters for three of them. */
  private static boolean isData(String line) {
    String data = line.stripTrailing();
    if (data.isEmpty() || data.equals("end")) {
      return false;
    }
    int bytes = value(data, 0);
    int characters = (bytes + 2) / 3 * 4;
    boolean length = data.length() - 1 <= characters + 1 && data.length() - 1 >= bytes * 4 / 3 - 3;
    return bytes <= LONGEST && length && data.chars().allMatch(c -> c >= ' ' && c <= '`');
  }

  private static void decode(String line, ByteArrayOutputStream out) {
    int left = value(line, 0);
    for (int at = 1; left > 0; at += 4, left -= 3) {
      int group =
          value(line, at) << 18
              | value(line, at + 1) << 12
              | value(line, at + 2) << 6
              | value(line, at + 3);
      for (int i = 0; i < Math.min(3, left); i++) {
        out.write(group >> (16 - 8 * i));
      }
    }
  }

  /** Six bits; spaces at a line's end may have been cut off. */
  private static int value(String line, int at) {
    return at < line.length() ? (line.charAt(at) - ' ') & 63 : 0;
  }
}
