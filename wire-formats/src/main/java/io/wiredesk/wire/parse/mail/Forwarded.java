package io.wiredesk.wire.parse.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces of forwarding around a text, as mail programs leave them. Stateless. */
final class Forwarded {

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)^\\s*(?:(?:fwd?|wg|tr|rv|enc|i|vs|doorst)\\s*+:\\s*+)++");
  private static final Pattern BANNER =
      Pattern.compile(
          "(?im)^[>\\s]*+(?:-{3,}+(?>.*?(?:forwarded|original|weitergeleitete|transf[ée]r|reenviado))"
              + ".*-{3}|begin forwarded message:|anfang der weitergeleiteten.*"
              + "|d[ée]but du message r[ée]exp[ée]di[ée].*)\\s*$");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff"
              + "|de|envoy[ée]|objet|[àa]|enviado|para|asunto|fecha)\\*?\\s*:.*",
          Pattern.CASE_INSENSITIVE);
  private static final int HEAD = 4_000;

  private Forwarded() {}

  static String subject(String subject) {
    return SUBJECT.matcher(subject).replaceFirst("").strip();
  }

  /** The banner in the first lines; null where none is. */
  private static @Nullable Matcher banner(String plain) {
    Matcher banner = BANNER.matcher(plain).region(0, Math.min(plain.length(), HEAD));
    return banner.find() ? banner : null;
  }

  /** The text with {@code \n} for each {@code \r\n}, as the other methods want it. */
  static String plain(String text) {
    return text.replace("\r\n", "\n");
  }

  /** The text without quotation signs, the banner of a forwarded mail and its fields. */
  static String bare(String text) {
    String plain = text;
    Matcher banner = banner(text);
    if (banner != null && text.substring(0, banner.start()).isBlank()) {
      plain = text.substring(banner.end()).stripLeading();
    }
    boolean quoted =
        !plain.isBlank()
            && plain.lines().filter(line -> !line.isBlank()).allMatch(l -> l.startsWith(">"));
    return withoutFields(quoted ? plain.replaceAll("(?m)^> ?", "") : plain);
  }

  /** What stands above the banner of a forwarded mail, and what below; null where none is. */
  static @Nullable Cover cover(String plain) {
    Matcher banner = banner(plain);
    return banner != null && !plain.substring(0, banner.start()).isBlank()
        ? new Cover(
            plain.substring(0, banner.start()).strip(), bare(plain.substring(banner.start())))
        : null;
  }

  /**
   * @param note what the sender wrote above
   * @param copy what was forwarded
   */
  record Cover(String note, String copy) {}

  private static String withoutFields(String text) {
    String rest = text.stripLeading();
    for (int i = 0; i < 12; i++) {
      int end = rest.indexOf('\n');
      if (end < 0 || end > 500 || !FIELD.matcher(rest.substring(0, end)).matches()) {
        return rest.stripLeading();
      }
      rest = rest.substring(end + 1);
    }
    return rest.stripLeading();
  }
}
