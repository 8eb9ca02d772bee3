package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * "World Health Organization (WHO)": what stands in brackets after a name and takes its letters
 * from it, in order, beginning with its first, is a short form of it. Stateless.
 */
public final class Acronym {
  private static final int LONGEST = 10;

  private Acronym() {}

  /**
   * Short forms and what they stand for, as the text defines them between the spans; first
   * definition counts.
   */
  public static Map<String, String> definitions(String text, List<Span> spans) {
    Map<String, String> definitions = new HashMap<>();
    for (int i = 0; i + 1 < spans.size(); i++) {
      Span full = spans.get(i);
      Span brief = spans.get(i + 1);
      if (full.type() == EntityType.PERSON || full.type() != brief.type()) continue;
      if (brief.start() - full.end() > 3
          || !text.substring(full.end(), brief.start()).trim().equals("(")) continue;
      String name = full.in(text).replaceAll("\\s+", " ");
      if (isShortFor(brief.in(text), name)) definitions.putIfAbsent(brief.in(text), name);
    }
    return definitions;
  }

  /**
   * True for a short form with capitals whose letters occur in the name in order, the first as its
   * first letter.
   */
  static boolean isShortFor(String brief, String name) {
    if (brief.length() < 2
        || brief.length() > LONGEST
        || brief.length() >= name.length()
        || brief.indexOf(' ') >= 0) return false;
    if (!Words.isCapitalised(brief)) return false;
    String b = letters(brief);
    String n = name.toLowerCase(Locale.ROOT);
    if (b.length() < 2 || n.charAt(0) != b.charAt(0)) return false;
    int at = 0;
    for (int i = 0; i < b.length(); i++) {
      at = n.indexOf(b.charAt(i), at) + 1;
      if (at == 0) return false;
    }
    return true;
  }

  private static String letters(String s) {
    StringBuilder b = new StringBuilder();
    s.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(b::appendCodePoint);
    return b.toString();
  }
}
