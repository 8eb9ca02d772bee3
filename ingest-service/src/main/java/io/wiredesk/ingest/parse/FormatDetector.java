package io.wiredesk.ingest.parse;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Pattern ANPA =
      Pattern.compile(
          "^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]\\d{4}[^\\r\\n\\x1f]{0,16}\\x1f"
              + "|^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]\\d{4}[^\\r\\n]{0,40}\\r?\\n"
              + "[a-z] [a-z]{1,3}[\\s\\x11-\\x14]+(BC|AM|PM|AP|EX)-");
  private static final Pattern IPTC_7901 =
      Pattern.compile(
          "^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]{1,6} ?\\d{2,6} +[1-9] +\\p{L}{1,4} +\\d{1,5}\\b");
  private static final Pattern ZCZC = Pattern.compile("^[\\x00-\\x20]*ZCZC\\b");
  private static final Pattern MAIL =
      Pattern.compile(
          "^\\s*(From \\S+ [^\\n]*\\n|(" + headerLine() + "){2})", Pattern.CASE_INSENSITIVE);

  /** Decides; never throws, whatever the bytes are. */
  public Detection detect(byte[] bytes) {
    Head head = Head.of(bytes);
    return Stream.<Function<Head, Optional<Detection>>>of(
            FormatDetector::empty,
            FormatDetector::magic,
            XmlTellTale::detect,
            JsonTellTale::detect,
            FormatDetector::wireHeader,
            FormatDetector::noise)
        .map(row -> row.apply(head))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Detection.of(WireFormat.TEXT, "readable text without any other tell-tale"));
  }

  private static Optional<Detection> empty(Head head) {
    return head.isBlank()
        ? Optional.of(Detection.refused(Parsed.Reason.EMPTY, "nothing but white space"))
        : Optional.empty();
  }

  private static Optional<Detection> magic(Head head) {
    return head.magic()
        .map(kind -> Detection.refused(Parsed.Reason.NOT_TEXT, "begins like " + kind));
  }

  /** All stand at the very beginning: {@code find} would try every later place in vain. */
  private static Optional<Detection> wireHeader(Head head) {
    String text = head.text();
    if (ANPA.matcher(text).lookingAt()) {
      return found(WireFormat.ANPA_1312, "ANPA 1312 header: service letter and number");
    }
    if (IPTC_7901.matcher(text).lookingAt()) {
      return found(WireFormat.IPTC_7901, "IPTC 7901 header: source, number, priority, category");
    }
    if (ZCZC.matcher(text).lookingAt()) {
      return found(WireFormat.TEXT, "telex start of message ZCZC");
    }
    if (MAIL.matcher(text).lookingAt()) {
      return found(WireFormat.EMAIL, "mail header lines");
    }
    return Optional.empty();
  }

  private static Optional<Detection> noise(Head head) {
    return head.share(FormatDetector::noText) > 0.1
        ? Optional.of(
            Detection.refused(Parsed.Reason.UNKNOWN_FORMAT, "mostly not text, no known header"))
        : Optional.empty();
  }

  private static boolean noText(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
        || c == 0x7f
        || c == 0xfffd;
  }

  private static Optional<Detection> found(WireFormat format, String why) {
    return Optional.of(Detection.of(format, why));
  }

  private static String headerLine() {
    return "(return-path|delivered-to|received|from|to|cc|subject|date|message-id|mime-version|"
        + "reply-to|sender|content-type|content-transfer-encoding|x-[a-z0-9-]+|dkim-signature|"
        + "arc-seal|arc-message-signature|arc-authentication-results|authentication-results|"
        + "received-spf|list-[a-z]+|in-reply-to|references|thread-[a-z]+|importance|priority)"
        + ":[^\\n]*+\\n(?:[ \\t][^\\n]*+\\n)*+";
  }
}
