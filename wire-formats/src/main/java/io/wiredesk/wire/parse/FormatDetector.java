package io.wiredesk.wire.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which wire format some bytes are in, by their beginning alone, never by file name or stated
 * content type. Rows are tried from top to bottom; the first that fits decides.
 *
 * <pre>
 *  tell-tale in the first {@value Head#LIMIT} bytes                     format
 *  ------------------------------------------------------------------  -------------------
 *  only white space or NUL                                              EMPTY
 *  magic number of a picture, archive, video, office file               NOT_TEXT
 *  "&lt;": see {@link XmlTellTale} (root element, namespace, DOCTYPE)         nitf, newsml-*, rss,
 *                                                                       atom, html, xml
 *  "{" or "[": see {@link JsonTellTale} (first keys)                       ninjs, ap-media-json,
 *                                                                       dpa-digitalwires
 *  SYN, SOH, service letter, four digits, … US; or a line               anpa1312
 *    of letters and control characters with "BC-"
 *  [SOH] source letters and number, priority 1–9, category, words       iptc7901
 *  "ZCZC"                                                               text
 *  "From " line, or two header lines ("Name: value") of mail            email
 *  more than 1 character in 10 is no text                               UNKNOWN_FORMAT
 *  anything else                                                        text
 * </pre>
 *
 * Blind spots: a text that begins like a mail (two lines "To: …", "Subject: …") is read as mail,
 * which loses nothing; a JSON feed that hides its items behind more than {@value Head#LIMIT} bytes
 * of other keys is not seen; UTF-16 without a byte order mark is recognised by its zero bytes only
 * where the text starts in ASCII. Stateless, safe to share.
 */
public final class FormatDetector {

  /** Behind the service letter and its number; control characters may stand before them. */
  private static final Pattern ANPA =
      Pattern.compile(
          "[A-Za-z]\\d{4}(?:[^\\r\\n\\x1f]{0,16}\\x1f"
              + "|[^\\r\\n]{0,40}\\r?\\n[a-z] [a-z]{1,3}[\\s\\x11-\\x14]+(?:BC|AM|PM|AP|EX)-)");

  private static final Pattern IPTC_7901 =
      Pattern.compile("[A-Za-z]{1,6} ?\\d{2,6} +[1-9] +\\p{L}{1,4} +\\d{1,5}\\b");
  private static final Pattern ZCZC = Pattern.compile("ZCZC\\b");

  /** Decides; never throws, whatever the bytes are. */
  public Detection detect(byte[] bytes) {
    Head head = Head.of(bytes);
    if (head.isBlank()) {
      return Detection.refused(Parsed.Reason.EMPTY, "nothing but white space");
    }
    String magic = head.magic();
    if (magic != null) {
      return Detection.refused(Parsed.Reason.NOT_TEXT, "begins like " + magic);
    }
    Detection found = XmlTellTale.detect(head);
    if (found == null) {
      found = JsonTellTale.detect(head);
    }
    if (found == null) {
      found = wireHeader(head.text());
    }
    return found == null ? text(head) : found;
  }

  /** All stand at the very beginning. */
  private static @Nullable Detection wireHeader(String text) {
    int start = header(text);
    if (hasNumber(text, start, 1) && at(ANPA, text, start)) {
      return Detection.of(WireFormat.ANPA_1312, "ANPA 1312 header: service letter and number");
    }
    if (hasNumber(text, start, 6) && at(IPTC_7901, text, start)) {
      return Detection.of(
          WireFormat.IPTC_7901, "IPTC 7901 header: source, number, priority, category");
    }
    if (isZczc(text)) {
      return Detection.of(WireFormat.TEXT, "telex start of message ZCZC");
    }
    return MailTellTale.isMail(text) ? Detection.of(WireFormat.EMAIL, "mail header lines") : null;
  }

  private static Detection text(Head head) {
    return head.isNoise()
        ? Detection.refused(Parsed.Reason.UNKNOWN_FORMAT, "mostly not text, no known header")
        : Detection.of(WireFormat.TEXT, "readable text without any other tell-tale");
  }

  /** Where a header starts behind NUL, SYN, white space and one SOH. */
  private static int header(String text) {
    int at = 0;
    while (at < text.length()
        && (AsciiSpace.is(text.charAt(at)) || "\0\u0016".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == 1) {
      at++;
    }
    while (at < text.length() && AsciiSpace.is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A cheap look before the patterns: a few letters and a number, perhaps a space between. */
  private static boolean hasNumber(String text, int start, int mostLetters) {
    int at = start;
    while (at < text.length() && at - start < mostLetters && isLetter(text.charAt(at))) {
      at++;
    }
    if (at > start && at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at > start && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isZczc(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return text.startsWith("ZCZC", at) && at(ZCZC, text, at);
  }

  private static boolean at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).lookingAt();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
