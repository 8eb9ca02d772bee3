package io.wiredesk.ingest.parse.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Traces of forwarding around a text, as mail programs leave them. Stateless. */
final class Forwarded {

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)^\\s*(?:(?:fwd?|wg|tr|rv|enc|i|vs|doorst)\\s*:\\s*)+");
  private static final Pattern BANNER =
      Pattern.compile(
          "(?im)^[>\\s]*(?:-{3,}.*(?:forwarded|original|weitergeleitete|transf[ée]r|reenviado"
              + "|mensaje original).*-{3,}|begin forwarded message:|anfang der weitergeleiteten.*"
              + "|d[ée]but du message r[ée]exp[ée]di[ée].*)\\s*$");
  private static final Pattern FIELDS =
      Pattern.compile(
          "^(?:\\s*\\n)*(?:\\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff"
              + "|de|envoy[ée]|objet|[àa]|enviado|para|asunto|fecha)\\*?\\s*:[^\\n]*\\n)+",
          Pattern.CASE_INSENSITIVE);

  private Forwarded() {}

  static String subject(String subject) {
    return SUBJECT.matcher(subject).replaceFirst("").strip();
  }

  /** The text without quotation signs, the banner of a forwarded mail and its fields. */
  static String bare(String text) {
    String plain = text.replace("\r\n", "\n");
    Matcher banner = BANNER.matcher(plain);
    if (banner.find() && plain.substring(0, banner.start()).isBlank()) {
      plain = plain.substring(banner.end()).stripLeading();
    }
    List<String> lines = plain.lines().filter(line -> !line.isBlank()).toList();
    if (!lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith(">"))) {
      plain = plain.replaceAll("(?m)^> ?", "");
    }
    return FIELDS.matcher(plain).replaceFirst("").stripLeading();
  }
}
