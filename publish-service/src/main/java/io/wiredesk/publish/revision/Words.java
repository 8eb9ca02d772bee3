package io.wiredesk.publish.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as sequences of words. Stateless. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private Words() {}

  /** Words in order, lower case, without punctuation and white space. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /**
   * Share of the words of both texts that have no partner in the other, 0–1; moving words about is
   * no change. In scripts without spaces a run of letters is one word.
   */
  static double shareChanged(String before, String after) {
    List<String> old = of(before);
    List<String> fresh = of(after);
    if (old.isEmpty() && fresh.isEmpty()) {
      return 0.0;
    }
    Map<String, Integer> left = new HashMap<>();
    old.forEach(word -> left.merge(word, 1, Integer::sum));
    int partners = 0;
    for (String word : fresh) {
      Integer count = left.get(word);
      if (count != null && count > 0) {
        left.put(word, count - 1);
        partners++;
      }
    }
    return 1.0 - 2.0 * partners / (old.size() + fresh.size());
  }
}
