package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what closes an item and is none of its copy: the desk's line of initials and time, and the
 * signature of a mail below its separator (RFC 3676, 4.3). Stateless.
 */
final class SignOffs {

  /** "ATL JM 0715 GMT" of telex copy. */
  private static final Pattern TIMED =
      Pattern.compile(
          "(?iu)^\\p{L}{2,8}(?:[ /-]\\p{L}{1,4}){0,4} \\d{4}(?:\\d\\d)? ?(?:GMT|UTC|Z)$");

  /** "burs-sw/jm": the desk's initials. */
  private static final Pattern INITIALS =
      Pattern.compile("^\\p{Ll}{2,4}(?:[-/]\\p{Ll}{2,4}){1,4}$");

  private static final Pattern SEPARATOR = Pattern.compile("^-- ?(?:\\n.*)?$", Pattern.DOTALL);

  /** Six words and a full stop, or a line longer than a signature's. */
  private static final Pattern SENTENCE =
      Pattern.compile("^(?:\\S+\\s+){5,}\\S*[.!?…][\"”»']?$|^.{101}");

  private static final int LAST = 2;
  private static final int LONGEST_SIGNATURE = 8;
  private static final int LONGEST_LINE = 100;

  private SignOffs() {}

  /** Marks both; a body of nothing else stays as it is. */
  static void mark(List<Paragraph> paragraphs) {
    int end = signatureStart(paragraphs);
    for (int i = end; i < paragraphs.size(); i++) {
      paragraphs.set(i, paragraphs.get(i).as(BlockType.BOILERPLATE));
    }
    for (int i = Math.max(1, end - LAST); i < end; i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.is(BlockType.PARAGRAPH) && isSignOff(paragraph.text())) {
        paragraphs.set(i, paragraph.as(BlockType.CREDIT));
      }
    }
  }

  private static boolean isSignOff(String text) {
    return text.length() <= LONGEST_LINE
        && (TIMED.matcher(text).matches() || INITIALS.matcher(text).matches());
  }

  /**
   * The separator's place; the size where there is none, where it stands between several parts, or
   * where what follows reads like copy.
   */
  private static int signatureStart(List<Paragraph> paragraphs) {
    int size = paragraphs.size();
    int start = size;
    for (int i = 0; i < size; i++) {
      if (SEPARATOR.matcher(paragraphs.get(i).text()).matches()) {
        if (start < size) {
          return size;
        }
        start = i;
      }
    }
    boolean fits = start > 0 && start >= size - LONGEST_SIGNATURE;
    return fits && paragraphs.subList(start, size).stream().noneMatch(SignOffs::isCopy)
        ? start
        : size;
  }

  private static boolean isCopy(Paragraph paragraph) {
    return paragraph.text().lines().anyMatch(line -> SENTENCE.matcher(line).find());
  }
}
