package io.wiredesk.wire.normalise.body;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the furniture of a web site around an article: comment forms, greetings, navigation, the
 * bare name of the site above them. The first and the last paragraph of copy bound the article; a
 * page that is furniture all through stays as it is. Stateless.
 */
final class Furniture {

  private static final FurnitureRules RULES = FurnitureRules.load();
  private static final Pattern SITE_NAME =
      Pattern.compile("\\p{Ll}\\p{Lu}|\\p{L}\\d|\\.\\p{Ll}{2,4}$");
  private static final int SHORT = 100;
  private static final int NAVIGATION_RUN = 4;

  /** So many paragraphs from either end may be furniture: more is a list of some kind. */
  private static final int EDGE = 1_000;

  /** So many characters of copy below a closing line mean that it closed nothing. */
  private static final int GOES_ON = 500;

  private static final Pattern SITE_VOICE =
      Pattern.compile("(?iu)\\b(?:we|our|us|your?|unsere?n?|nous|notre|votre|nuestr[oa]s?)\\b");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?iu)^[(\\[—–-].*|.*\\([\\p{L}/ ]{2,20}\\)$|^(?:source|quelle|foto|photo|reuters|afp|ap|dpa)\\b.*");

  private Furniture() {}

  /** Marks the furniture above the first paragraph of copy; a headline among it is left alone. */
  static void markHead(List<Paragraph> paragraphs, boolean[] furniture) {
    int shorts = 0;
    for (int i = 0; i < Math.min(EDGE, paragraphs.size()); i++) {
      String text = paragraphs.get(i).text();
      boolean known = RULES.atEdge(text);
      if (!known && !isShort(text)) {
        return;
      }
      furniture[i] = known;
      shorts = isShort(text) && Lines.words(text) <= 3 ? shorts + 1 : 0;
      if (shorts >= NAVIGATION_RUN) {
        Arrays.fill(furniture, i - shorts + 1, i + 1, true);
      }
    }
  }

  /** One past the last paragraph of the article: all from there is furniture. */
  static int tailStart(List<Paragraph> paragraphs) {
    int start = paragraphs.size();
    int shorts = 0;
    for (int i = paragraphs.size() - 1; i >= Math.max(0, paragraphs.size() - EDGE); i--) {
      String text = paragraphs.get(i).text();
      if (RULES.atEdge(text)) {
        start = i;
        shorts = 0;
      } else if (isShort(text)) {
        shorts++;
      } else if (!isSiteVoice(paragraphs, i, start)) {
        break;
      }
    }
    return nameAbove(paragraphs, upThrough(paragraphs, Math.min(start, closing(paragraphs))));
  }

  /** First paragraph that closes the article; the number of paragraphs where none does. */
  private static int closing(List<Paragraph> paragraphs) {
    int copyBelow = 0;
    int closing = paragraphs.size();
    for (int i = paragraphs.size() - 1;
        i > Math.max(0, paragraphs.size() - EDGE) && copyBelow < GOES_ON;
        i--) {
      String text = paragraphs.get(i).text();
      if (RULES.closes(text)) {
        closing = i;
      } else if (Lines.isCopy(text) && !RULES.atEdge(text)) {
        copyBelow += text.length();
      }
    }
    return closing;
  }

  /** Up over more furniture, and short lines between, that stand directly above. */
  private static int upThrough(List<Paragraph> paragraphs, int from) {
    int start = from;
    for (int i = from - 1; i >= 0 && from < paragraphs.size(); i--) {
      if (RULES.atEdge(paragraphs.get(i).text())) {
        start = i;
      } else if (!isShort(paragraphs.get(i).text())) {
        break;
      }
    }
    return start;
  }

  /** Furniture between paragraphs of copy, such as "Read more: …". */
  static boolean isInline(Paragraph paragraph) {
    return RULES.anywhere(paragraph.text());
  }

  /** The site's bare name directly above its greeting or comment form belongs to them. */
  private static int nameAbove(List<Paragraph> paragraphs, int start) {
    if (start == 0 || start == paragraphs.size()) {
      return start;
    }
    String line = paragraphs.get(start - 1).text();
    boolean name =
        isShort(line)
            && Lines.words(line) <= 4
            && !CREDIT.matcher(line).matches()
            && (looksLikeSite(line) || repeatedBelow(paragraphs, start, line));
    return name ? start - 1 : start;
  }

  private static boolean looksLikeSite(String line) {
    return SITE_NAME.matcher(line).find() || Lines.words(line) == 1;
  }

  private static boolean repeatedBelow(List<Paragraph> paragraphs, int start, String line) {
    String name = line.toLowerCase(Locale.ROOT);
    return paragraphs.subList(start, paragraphs.size()).stream()
        .anyMatch(p -> p.text().toLowerCase(Locale.ROOT).contains(name));
  }

  /** A sentence in the site's own voice, directly above furniture or at the very end of it. */
  private static boolean isSiteVoice(List<Paragraph> paragraphs, int at, int start) {
    String text = paragraphs.get(at).text();
    boolean ownVoice = SITE_VOICE.matcher(text).results().limit(2).count() == 2;
    boolean quoted = text.indexOf('"') >= 0 || text.indexOf('“') >= 0 || text.indexOf('„') >= 0;
    boolean below = at > 0 && RULES.atEdge(paragraphs.get(at - 1).text());
    return ownVoice && !quoted && below && text.length() < 400 && start >= at;
  }

  private static boolean isShort(String text) {
    return text.length() <= SHORT && Lines.isOneLine(text) && !Lines.endsSentence(text);
  }
}
