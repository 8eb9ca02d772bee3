package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.util.StringUtils;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Headlines in capitals hide what is a name: their words are read as the rest of the text writes
 * them, else as names where the lexicon knows them as names or not at all. Offsets stay. For one
 * text; one thread.
 */
final class Truecaser {
  private static final int SHORTEST = 4;

  private final Lexemes lexemes;
  private final Set<String> written = new HashSet<>();

  Truecaser(Lexemes lexemes, List<Word[]> sentences) {
    this.lexemes = lexemes;
    for (Word[] sentence : sentences) {
      if (!isShouted(sentence)) Stream.of(sentence).skip(1).forEach(w -> written.add(w.text));
    }
  }

  /** The sentence itself, or its words in the case of a text where all of it is in capitals. */
  Word[] read(Word[] sentence) {
    if (!isShouted(sentence)) return sentence;
    Word[] words = new Word[sentence.length];
    for (int i = 0; i < words.length; i++) words[i] = read(sentence[i], i == 0);
    return words;
  }

  /** Four words or more, none with a small letter. */
  static boolean isShouted(Word[] sentence) {
    int words = 0;
    for (Word w : sentence) {
      if (w.text.chars().anyMatch(Character::isLowerCase)) return false;
      if (w.text.length() > 1 && w.text.chars().allMatch(Character::isLetter)) words++;
    }
    return words >= SHORTEST;
  }

  private Word read(Word w, boolean first) {
    if (w.text.length() < 2 || !Character.isLetter(w.text.charAt(0)) || written.contains(w.text))
      return w;
    String small = StringUtils.toLowerCase(w.text);
    String capital = w.text.charAt(0) + small.substring(1);
    boolean name =
        written.contains(capital) && !written.contains(small)
            || !written.contains(small) && lexemes.of(w.text).name;
    return new Word(name || first ? capital : small, w.start, w.end);
  }
}
