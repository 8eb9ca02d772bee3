package io.wiredesk.wire.parse;

import java.util.regex.Pattern;

/**
 * The row of the detector for mail: a "From " line of a mailbox, or two header lines that mail has
 * ("Name: value", with the lines that continue it), at the very beginning; behind a first line that
 * is broken, three. Stateless.
 */
final class MailTellTale {

  private static final String NAMES =
      "return-path|delivered-to|received|from|to|cc|subject|date|message-id|mime-version|reply-to"
          + "|sender|content-type|content-transfer-encoding|dkim-signature|arc-seal"
          + "|arc-message-signature|arc-authentication-results|authentication-results"
          + "|received-spf|in-reply-to|references|importance|priority|x-[a-z0-9-]+|list-[a-z]+"
          + "|thread-[a-z]+";

  /** A header line and the lines that continue it. */
  private static final String HEADER = "(?:(?:" + NAMES + "):[^\\n]*+\\n(?:[ \\t][^\\n]*+\\n)*+)";

  private static final Pattern MAIL =
      Pattern.compile(
          "(?i)\\s*+(?:"
              + HEADER
              + "{2}|From \\S++ [^\\n]*+\\n|[^:\\n]{0,200}+\\n"
              + HEADER
              + "{3})");

  private MailTellTale() {}

  static boolean isMail(String text) {
    return MAIL.matcher(text).lookingAt();
  }
}
