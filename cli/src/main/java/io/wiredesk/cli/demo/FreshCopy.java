package io.wiredesk.cli.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sample wire as if it were sent on other days: the dates of its envelope are shifted, and its
 * identifiers with them, the same in every file, so that an update, a correction or a kill still
 * finds its story, and nothing is known from an earlier replay. Bytes that are no date or
 * identifier stay. Immutable.
 */
final class FreshCopy {

  /** Day of the last wire of the samples. */
  static final LocalDate LAST = LocalDate.of(2026, 3, 15);

  /** Days that the samples are about, the last one among them, and those around it in the lines. */
  static final int DAYS = 8;

  private static final String ENGLISH_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ";
  private static final Pattern MAIL =
      Pattern.compile("(?:" + ENGLISH_DAY + ")?\\b(\\d\\d?) Mar 2026\\b");
  private static final Pattern DASHED = Pattern.compile("\\b2026([-/])03\\1(\\d\\d)(?!\\d)");
  private static final Pattern COMPACT = Pattern.compile("(?<!\\d)202603(\\d\\d)");
  private static final Pattern ANPA_FOOT = Pattern.compile("\\b03-(\\d\\d)-26\\b");
  private static final Pattern ANPA_HEAD = Pattern.compile("   03-(\\d\\d) (?=\\d{4})");
  private static final Pattern TELEX =
      Pattern.compile("\\b(\\d\\d)(\\d{4}(?: [A-Z]{3})?) (?:MAR|MRZ|M\u00c4R) 26\\b");
  private static final Pattern TAG = Pattern.compile("\\btag:([a-z.]+\\.example\\.org),2026:");
  private static final Pattern PAGE =
      Pattern.compile("\\bhttps://((?:atl|courier)\\.example\\.org)/");
  private static final Pattern SERIES = Pattern.compile("series\\.name=\"([^\"]+)\"");
  private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{32}(?=\\b|_)");
  private static final Pattern END_OF_7901 =
      Pattern.compile(
          "\r\n\r\n"
              + "# Notebook|(?:\r\n\r\n"
              + "[^\r\n"
              + "]{1,40})?\r\n"
              + "\u0003(?!MIW)|(?<=\r\n"
              + ")\u0003MIW|\n\n"
              + "ATL [A-Z]+ \\d{4} GMT\n"
              + "NNNN");

  private final long shift;
  private final LocalDate last;

  /**
   * Copy of other days.
   *
   * @param last the day that stands for the last one of the samples
   */
  FreshCopy(LocalDate last) {
    this.last = last;
    this.shift = ChronoUnit.DAYS.between(LAST, last);
  }

  /**
   * The bytes as of those days.
   *
   * @param file name of the sample
   */
  byte[] of(byte[] bytes, String file) {
    String text = new String(bytes, ISO_8859_1); // a byte a character, whatever it means
    text = replace(DASHED, text, m -> format("yyyy" + m.group(1) + "MM" + m.group(1) + "dd", m, 2));
    text = replace(COMPACT, text, m -> format("yyyyMMdd", m, 1));
    text = replace(MAIL, text, m -> format("EEE, d MMM yyyy", m, 1));
    text = replace(ANPA_FOOT, text, m -> format("MM-dd-yy", m, 1));
    text = replace(ANPA_HEAD, text, m -> "   " + format("MM-dd", m, 1) + " ");
    text =
        replace(
            TELEX,
            text,
            m ->
                format("dd", m, 1)
                    + m.group(2)
                    + " "
                    + format("MMM yy", m, 1).toUpperCase(Locale.ROOT));
    text = replace(TAG, text, m -> m.group() + day() + "-");
    text = replace(PAGE, text, m -> "https://" + m.group(1) + "/" + day() + "/");
    text = replace(HEX, text, m -> day() + m.group().substring(8));
    text = otherSeries(text);
    text = replace(END_OF_7901, text, m -> remark(m.group()) + m.group());
    if (file.endsWith(".txt") && text.indexOf("ZCZC") < 0) {
      text += "\n\n" + sentence() + "\n";
    }
    return text.getBytes(ISO_8859_1);
  }

  /** Takes of a story find each other by its name. */
  private String otherSeries(String text) {
    Matcher series = SERIES.matcher(text);
    return series.find()
        ? text.replace(series.group(1), series.group(1) + "-" + day().substring(4))
        : text;
  }

  /** Lines without identifiers know their copy by its words: those are others too. */
  private String remark(String end) {
    if (end.startsWith("\u0003")) {
      return "\t   " + sentence() + "\r\n";
    }
    String line = end.startsWith("\r") ? "\r\n\r\n" : "\n\n";
    return line + (end.startsWith("\r") ? sentence() : sentence().toUpperCase(Locale.ROOT));
  }

  private String sentence() {
    return "Replayed by the demo as of " + last + ".";
  }

  private String day() {
    return last.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private String format(String pattern, MatchResult match, int group) {
    int day = Integer.parseInt(match.group(group));
    LocalDate date = day < 1 || day > 31 ? LAST : LocalDate.of(2026, 3, day);
    return date.plusDays(shift).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  private static String replace(
      Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
  }
}
