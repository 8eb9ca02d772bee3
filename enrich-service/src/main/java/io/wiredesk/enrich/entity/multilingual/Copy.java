package io.wiredesk.enrich.entity.multilingual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in words, and what is known of each word by itself. Indices are of tokens; those outside
 * the text are no words. Used by one thread.
 */
final class Copy {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[.'’&-][\\p{L}\\p{M}\\p{N}]++)*+|\\n|\\S");

  /** l'Italie, dell'Università: the article is a word of its own. */
  private static final Pattern ELIDED =
      Pattern.compile("^(?i:l|d|qu|s|c|n|j|m|t|jusqu|lorsqu|un|all|dall|dell|nell|sull|gl)['’]");

  private static final String ENDS = ".!?:;\"„“”«»‘(•*–—|['";
  private static final Token NONE = new Token(" ", " ", 0, 0, false, false);

  final String text;
  final Language language;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<String> small = new HashSet<>();

  Copy(String text, Language language) {
    this.text = text;
    this.language = language;
    boolean opens = true;
    boolean shouted = isShouted(0);
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      if (m.group().equals("\n")) {
        opens = true;
        shouted = isShouted(m.end());
        continue;
      }
      int start = m.start();
      if (language.elides()) {
        Matcher article = ELIDED.matcher(m.group());
        if (article.find() && article.end() < m.group().length()) {
          add(start, start + article.end(), opens, shouted);
          start += article.end();
        }
      }
      opens = add(start, m.end(), opens, shouted);
    }
  }

  /** Adds a token; true where the next one opens a sentence. */
  private boolean add(int start, int end, boolean opens, boolean shouted) {
    Token t = Token.of(text.substring(start, end), start, end, opens, shouted);
    if (!t.isWord() && !Character.isDigit(t.text().charAt(0))) {
      boolean point = t.text().equals(".") && !tokens.isEmpty() && endsShortForm();
      boolean dash = t.text().equals("-") && opens;
      if (!point) tokens.add(t);
      return !point && ENDS.contains(t.text()) || dash;
    }
    tokens.add(t);
    if (t.isWord() && !t.isCapital()) small.add(t.lower());
    return false;
  }

  /** The point of J. or of Dr. is no end of a sentence. */
  private boolean endsShortForm() {
    Token last = tokens.get(tokens.size() - 1);
    return last.isInitial() || language.has("shortened", last.lower());
  }

  private boolean isShouted(int line) {
    int words = 0;
    boolean inWord = false;
    for (int i = line; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) return false;
      boolean capital = Character.isUpperCase(c);
      if (capital && !inWord) words++;
      inWord = capital;
    }
    return words > 1;
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return i < 0 || i >= tokens.size() ? NONE : tokens.get(i);
  }

  /** True where nothing but a space, or the point of a short form, stands between the two. */
  boolean joins(int i) {
    if (i < 0 || i + 1 >= tokens.size()) return false;
    String between = text.substring(at(i).end(), at(i + 1).start());
    return between.equals(" ")
        || (between.equals(". ") || between.equals(".")) && !at(i + 1).opens();
  }

  /** The word may be part of a name: a capital, and no word that has one for another reason. */
  boolean isNameLike(int i) {
    Token t = at(i);
    if (!t.isWord() || !t.isCapital()) return false;
    if (language.has("function", t.lower()) || language.has("calendar", t.lower())) return false;
    if (language.capitalisesNouns() && language.isNoun(t.lower())) return false;
    return !(t.opens() || t.shouted()) || !small.contains(t.lower());
  }

  /** The word may be a surname behind a first name: also one that ends as nouns do, Wendtland. */
  boolean isSurnameLike(int i) {
    Token t = at(i);
    if (isNameLike(i)) return true;
    return language.capitalisesNouns()
        && t.isCapital()
        && !language.has("function", t.lower())
        && !language.has("calendar", t.lower())
        && !language.has("nouns", t.lower())
        && !language.endsAs("abstract-endings", t.lower());
  }

  /** Capitals that mean a name by themselves. */
  boolean isMarked(int i) {
    Token t = at(i);
    return isNameLike(i) && !t.opens() && !t.shouted() && !language.capitalisesNouns();
  }

  /** Index one past the run of words that may be names and follow each other, from i on. */
  int runEnd(int i, int most) {
    int end = i;
    while (end - i < most && isNameLike(end)) {
      end++;
      if (!joins(end - 1)) break;
    }
    return end;
  }

  /**
   * Index of the capital behind particles ("de la", "van der") that follow the token i at once; -1
   * where there is none.
   */
  int behindParticles(int i, String particles) {
    int at = i + 1;
    while (at - i <= 3
        && joins(at - 1)
        && language.has(particles, at(at).lower())
        && !at(at).isCapital()) at++;
    boolean some = at > i + 1;
    return some && joins(at - 1) && isNameLike(at) ? at : -1;
  }

  boolean has(String list, int i) {
    return language.has(list, at(i).lower());
  }
}
