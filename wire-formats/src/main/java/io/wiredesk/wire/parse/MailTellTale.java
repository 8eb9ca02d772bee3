package io.wiredesk.wire.parse;

import java.util.Locale;
import java.util.Set;

/**
 * The row of the detector for mail: a "From " line of a mailbox, or two header lines that mail has
 * ("Name: value", with the lines that continue it), at the very beginning. Looks at these lines
 * alone. Stateless.
 */
final class MailTellTale {

  private static final Set<String> NAMES =
      Set.of(
          "return-path",
          "delivered-to",
          "received",
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "reply-to",
          "sender",
          "content-type",
          "content-transfer-encoding",
          "dkim-signature",
          "arc-seal",
          "arc-message-signature",
          "arc-authentication-results",
          "authentication-results",
          "received-spf",
          "in-reply-to",
          "references",
          "importance",
          "priority");

  private static final int LONGEST_BROKEN = 200;
  private static final int BEHIND_BROKEN = 3;

  private MailTellTale() {}

  static boolean isMail(String text) {
    int start = 0;
    while (start < text.length() && AsciiSpace.is(text.charAt(start))) {
      start++;
    }
    int second = afterHeader(text, start);
    return (second > 0 && afterHeader(text, second) > 0)
        || isMailbox(text, start)
        || isHeadBehindBrokenLine(text, start);
  }

  /** A line that is no header line and has no colon, and then three that are. */
  private static boolean isHeadBehindBrokenLine(String text, int start) {
    int end = text.indexOf('\n', start);
    if (end < 0 || end - start > LONGEST_BROKEN || text.substring(start, end).contains(":")) {
      return false;
    }
    int at = end + 1;
    for (int i = 0; i < BEHIND_BROKEN; i++) {
      at = afterHeader(text, at);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** "From " and an address, a blank, and the rest of the line. */
  private static boolean isMailbox(String text, int start) {
    int address = start + "From ".length();
    if (!text.regionMatches(true, start, "From ", 0, "From ".length())) {
      return false;
    }
    int end = address;
    while (end < text.length() && !AsciiSpace.is(text.charAt(end))) {
      end++;
    }
    return end > address
        && end < text.length()
        && text.charAt(end) == ' '
        && text.indexOf('\n', end) >= 0;
  }

  /** The place behind a header line of mail and the lines that continue it; -1 for another line. */
  private static int afterHeader(String text, int from) {
    int colon = from;
    while (colon < text.length() && isName(text.charAt(colon))) {
      colon++;
    }
    if (colon == text.length()
        || text.charAt(colon) != ':'
        || !isOfMail(text.substring(from, colon).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    int next = text.indexOf('\n', colon) + 1;
    while (next > 0 && next < text.length() && " \t".indexOf(text.charAt(next)) >= 0) {
      int end = text.indexOf('\n', next);
      if (end < 0) {
        break;
      }
      next = end + 1;
    }
    return next > 0 ? next : -1;
  }

  private static boolean isOfMail(String name) {
    return NAMES.contains(name)
        || (name.startsWith("x-") && name.length() > 2)
        || isLetters(name, "list-")
        || isLetters(name, "thread-");
  }

  private static boolean isLetters(String name, String start) {
    int at = start.length();
    while (at < name.length() && name.charAt(at) >= 'a' && name.charAt(at) <= 'z') {
      at++;
    }
    return name.startsWith(start) && at == name.length() && at > start.length();
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
