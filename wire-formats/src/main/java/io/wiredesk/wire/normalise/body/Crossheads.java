package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds small headings that nobody marked: a short line of its own, shaped like a title, between
 * paragraphs of copy. Errs towards leaving a line a paragraph: a missed heading costs a section, a
 * wrong one splits a story. Stateless.
 */
final class Crossheads {

  private static final int MAX_LENGTH = 90;
  private static final int MAX_WORDS = 14;

  /** Not the last character of a title. */
  private static final Pattern OPEN_END = Pattern.compile("[.!,;:…=*/&+_-]['\"”’»)]*$|\\.\\.+$");

  private static final Pattern START =
      Pattern.compile("^[\"'“”„«‘¿¡(]{0,2}[\\p{Lu}\\p{Lo}\\p{N}].*");

  /** Lines with a job of their own: signatures, credits, pointers, telex and web artefacts. */
  private static final Pattern SERVICE_LINE =
      Pattern.compile(
          "(?iu)^(?:by|von|par|por|di|door|text|words|story|report(?:ing|ed)?|edit(?:ing|ed|or)|"
              + "written|compiled|additional|photos?|pictures?|images?|foto|bild|vídeo|video|"
              + "watch|listen|graphic|grafik|caption|credit|source|quelle|fuente|fonte|"
              + "read|also|see|more|related|related:|don't miss|advertisement|anzeige|publicité|"
              + "sponsored|share|follow|subscribe|sign up|updated|published|posted|last|date|"
              + "continued?|continues|ends|end|ende|fin|fine|note|editor'?s|eds|with inputs|"
              + "contact|kontakt|tel|phone|email|e-mail|website|copyright|sincerely|yours|"
              + "regards|dear|q|a|mr|mrs|dr|table|tabelle|score|scores|results?|attendance|"
              + "at|halftime|half-time)\\b(?:[:.]|\\s+[\\p{Lu}\"“(]|$|\\s+(?:by|from|to|also|more|"
              + "on|in|at|is|was|the|us)\\b)");

  /** The end or the beginning of half a sentence. */
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?iu).*\\b(?:a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|as|that|than|is|are|was|were|"
              + "be|has|have|had|will|would|said|says|who|which|und|oder|der|die|das|et|ou|le|la|les|de|du|des|"
              + "y|el|los|las|que|e|il|lo|gli|di)$|(?:and|but|so|or|as|then|because)\\b.*\\?['\"”’»)]*$");

  private static final Pattern ARTEFACT =
      Pattern.compile(
          "(?iu)(?:https?://|www\\.|@|©|\\bzczc\\b|\\bnnnn\\b|^-?30-?$|(?<!\\d)\\d{1,2}[-–]\\d{1,2}(?!\\d)|^x{2,}$|^#+|^[\\p{P}\\p{S}\\s]+$)");
  private static final Pattern DATELINE =
      Pattern.compile("^\\p{Lu}[\\p{Lu} .'-]{2,}(?:,| \\(|/).*(?:\\([^)]{2,25}\\)|\\d{1,2}).*");
  private static final Pattern AGENCY = Pattern.compile("^[(\\[—–-].*|.*\\([\\p{Lu}/]{2,12}\\)$");

  private Crossheads() {}

  /** True where paragraph {@code at} reads as a heading over what follows it. */
  static boolean at(List<Paragraph> paragraphs, int at) {
    return at > 0
        && at + 1 < paragraphs.size()
        && paragraphs.get(at).is(BlockType.PARAGRAPH)
        && isTitle(paragraphs.get(at).text())
        && followsCopy(paragraphs, at)
        && leadsCopy(paragraphs, at);
  }

  /** True where the line by itself could be a heading. */
  static boolean isTitle(String line) {
    return line.length() >= 3
        && line.length() <= MAX_LENGTH
        && Lines.isOneLine(line)
        && Lines.words(line) <= MAX_WORDS
        && START.matcher(line).matches()
        && !OPEN_END.matcher(line).find()
        && letters(line) * 10 >= line.length() * 6
        && !Lines.isListItem(line)
        && !SERVICE_LINE.matcher(line).find()
        && !FRAGMENT.matcher(line).matches()
        && !ARTEFACT.matcher(line).find()
        && !DATELINE.matcher(line).matches()
        && !AGENCY.matcher(line).matches();
  }

  private static boolean followsCopy(List<Paragraph> paragraphs, int at) {
    Paragraph before = paragraphs.get(at - 1);
    return switch (before.type()) {
      case PARAGRAPH -> Lines.isCopy(before.text()) || Lines.endsSentence(before.text());
      case QUOTE, LIST_ITEM, TABLE, CAPTION, CREDIT -> true;
      default -> false;
    };
  }

  private static boolean leadsCopy(List<Paragraph> paragraphs, int at) {
    Paragraph next = paragraphs.get(at + 1);
    return switch (next.type()) {
      case PARAGRAPH ->
          Lines.isCopy(next.text()) && next.text().length() > paragraphs.get(at).text().length();
      case QUOTE, LIST_ITEM, TABLE -> true;
      default -> false;
    };
  }

  private static int letters(String line) {
    return (int) line.codePoints().filter(c -> Character.isLetter(c) || c == ' ').count();
  }
}
