package io.wiredesk.enrich.entity.gazetteer;

import java.util.Locale;

/** How an article uses the words of a name. Stateless. */
final class Words {
  private Words() {}

  /** True for a name that the text also has without capitals: orange. */
  static boolean isUsedSmall(String name, String text) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.equals(name)) return false;
    for (int at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + small.length();
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) return true;
    }
    return false;
  }
}
