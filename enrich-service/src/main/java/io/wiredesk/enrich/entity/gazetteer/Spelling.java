package io.wiredesk.enrich.entity.gazetteer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names as they are compared: without accents, with one sort of apostrophe, hyphens as spaces, "St"
 * for Saint, and small words inside a name small. Capitals count: "Who" is not "WHO". Stateless.
 */
final class Spelling {
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ø', "o"),
          Map.entry('Ø', "O"),
          Map.entry('ł', "l"),
          Map.entry('Ł', "L"),
          Map.entry('đ', "d"),
          Map.entry('Đ', "D"),
          Map.entry('ı', "i"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('Æ', "Ae"),
          Map.entry('œ', "oe"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('Þ', "Th"));
  private static final Set<String> SMALL =
      Set.of(
          "De", "Del", "Da", "Do", "Dos", "Das", "Di", "Du", "La", "Las", "Los", "El", "Al", "Of",
          "The", "And", "Am", "An", "On", "Upon", "Y", "E", "Et", "Und", "Der", "Den", "Van", "Le",
          "Les", "Sur", "Es", "As", "Ash", "Ul", "Ur", "Ud", "Ad");

  private Spelling() {}

  /** The form under which the name is looked up. */
  static String key(String name) {
    if (isPlain(name)) return name;
    StringBuilder key = new StringBuilder(name.length());
    for (String word : letters(name).split(" ")) {
      if (word.isEmpty()) continue;
      if (!key.isEmpty()) key.append(' ');
      key.append(word(word, key.isEmpty()));
    }
    return key.toString();
  }

  /** Letters of ASCII and single spaces only, and no capitalised word that may be a small one. */
  private static boolean isPlain(String name) {
    int from = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ') {
        if (i == from || isSpecial(name, from, i)) return false;
        from = i + 1;
      } else if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return from < name.length() && !isSpecial(name, from, name.length());
  }

  private static boolean isSpecial(String name, int from, int to) {
    if (to - from > 5) return false;
    String word = name.substring(from, to);
    return from > 0 && SMALL.contains(word) || word.equals("Saint");
  }

  private static String word(String word, boolean first) {
    if (!first && SMALL.contains(word)) return word.toLowerCase(Locale.ROOT);
    return word.equals("Saint") || word.equals("St.") ? "St" : word;
  }

  private static String letters(String name) {
    StringBuilder out = new StringBuilder(name.length());
    String parts = Normalizer.normalize(name, Normalizer.Form.NFD);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK && c < '\u0370') continue;
      String plain = LETTERS.get(c);
      if (plain != null) out.append(plain);
      else if (c == '-' || c == '‐' || c == '–' || Character.isWhitespace(c)) out.append(' ');
      else if (c == '’' || c == '‘' || c == 'ʻ' || c == 'ʼ' || c == '`') out.append('\'');
      else out.append(c);
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }
}
