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

  /** Fillers (NUL, SYN, DEL, 0xFF) and white space, one SOH, white space. */
  private static final String START = "[\\x00\\x16\\x7f\\xff\\s]*+\\x01?\\s*+";

  private static final Pattern ANPA =
      Pattern.compile(
          START
              + "[A-Za-z]\\d{4}(?:[^\\r\\n\\x1f]{0,16}\\x1f"
              + "|[^\\r\\n]{0,40}\\r?\\n[a-z] [a-z]{1,3}[\\s\\x11-\\x14]+(?:BC|AM|PM|AP|EX)-)");
  private static final Pattern IPTC_7901 =
      Pattern.compile(START + "[A-Za-z]{1,6} ?\\d{2,6} +[1-9] +\\p{L}{1,4} +\\d{1,5}\\b");
  private static final Pattern ZCZC = Pattern.compile("[\\x00- \\x7f\\xff]*+ZCZC\\b");

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
    found = found == null ? JsonTellTale.detect(head) : found;
    found = found == null ? wireHeader(head.text()) : found;
    return found == null ? text(head) : found;
  }

  /** All stand at the very beginning. */
  private static @Nullable Detection wireHeader(String text) {
    if (ANPA.matcher(text).lookingAt()) {
      return Detection.of(WireFormat.ANPA_1312, "ANPA 1312 header: service letter and number");
    }
    if (IPTC_7901.matcher(text).lookingAt()) {
      return Detection.of(
          WireFormat.IPTC_7901, "IPTC 7901 header: source, number, priority, category");
    }
    if (ZCZC.matcher(text).lookingAt()) {
      return Detection.of(WireFormat.TEXT, "telex start of message ZCZC");
    }
    return MailTellTale.isMail(text) ? Detection.of(WireFormat.EMAIL, "mail header lines") : null;
  }

  private static Detection text(Head head) {
    return head.isNoise()
        ? Detection.refused(Parsed.Reason.UNKNOWN_FORMAT, "mostly not text, no known header")
        : Detection.of(WireFormat.TEXT, "readable text without any other tell-tale");
  }
}
