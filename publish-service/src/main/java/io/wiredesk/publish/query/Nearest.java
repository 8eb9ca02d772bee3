package io.wiredesk.publish.query;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant. Stateless. */
final class Nearest {

  private Nearest() {}

  /** {@code "; sport?"}, or nothing where no word is near. Of words as near the first by name. */
  static String question(String wrong, Collection<String> words) {
    String best = of(wrong, words);
    return best == null ? "" : "; " + best + "?";
  }

  private static @Nullable String of(String wrong, Collection<String> words) {
    String best = null;
    int least = Math.max(2, wrong.length() / 3) + 1;
    for (String word : words.stream().sorted().toList()) {
      int changes = changes(wrong, word);
      if (changes < least && changes < word.length()) {
        least = changes;
        best = word;
      }
    }
    return best;
  }

  /** Letters to put in, leave out, or exchange. */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
