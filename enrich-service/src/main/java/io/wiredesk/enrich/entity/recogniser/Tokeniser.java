package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Text to sentences of words. A line break ends a sentence unless the line looks hard-wrapped.
 * Offsets are exact: every word is the text between its offsets, apart from a bracketed single
 * character, which the tokeniser joins across spaces. Safe to share between threads.
 */
final class Tokeniser {
  /** Longer runs without a space are encoded data, not words: they are left out. */
  private static final int LONGEST = 120;

  private static final int WRAPPED_FROM = 45;
  private static final int WRAPPED_TO = 100;
  private static final int LONGEST_SENTENCE = 400;

  private static final Set<String> SPLIT_SHORT_FORMS =
      Set.of("U.S.", "U.K.", "U.N.", "E.U.", "D.C.");

  private final EnglishTokenizer tokenizer = new EnglishTokenizer();

  /** Sentences within the stretch of the text. */
  List<Word[]> read(String text, int from, int to) {
    List<Word[]> sentences = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == '\n' && !wrapped(text, from, i, to)) {
        if (i > start) paragraph(text, start, i, sentences);
        start = i + 1;
      }
    }
    return sentences;
  }

  /** A full line without an end mark, before a line that is not empty. */
  private static boolean wrapped(String text, int from, int at, int to) {
    if (at + 1 >= to || Character.isWhitespace(text.charAt(at + 1)) || at == from) return false;
    int line = at - 1 - text.lastIndexOf('\n', at - 1);
    int end = at - 1;
    while (end > from && Character.isWhitespace(text.charAt(end))) end--;
    return line >= WRAPPED_FROM && line <= WRAPPED_TO && ".!?:;\"”’)".indexOf(text.charAt(end)) < 0;
  }

  private void paragraph(String text, int from, int to, List<Word[]> sentences) {
    String line = readable(text.substring(from, to));
    List<Token> tokens = new ArrayList<>(tokenizer.tokenize(line));
    if (tokens.isEmpty()) return;
    align(line, tokens);
    for (List<Token> sentence : tokenizer.segmentize(tokens)) {
      for (int i = 0; i < sentence.size(); i += LONGEST_SENTENCE) {
        sentences.add(
            words(sentence.subList(i, Math.min(sentence.size(), i + LONGEST_SENTENCE)), from));
      }
    }
  }

  private static Word[] words(List<Token> tokens, int from) {
    List<Word> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      if (next != null
          && next.getStartOffset() - t.getEndOffset() == 1
          && isSplit(t.getWordForm(), next.getWordForm())) {
        words.add(
            new Word(
                t.getWordForm() + next.getWordForm(),
                from + t.getStartOffset(),
                from + next.getEndOffset()));
        i++;
      } else {
        words.add(new Word(t.getWordForm(), from + t.getStartOffset(), from + t.getEndOffset()));
      }
    }
    return words.toArray(Word[]::new);
  }

  /** Copy that went through other systems has "Obama ’ s" and "U. S." for "Obama’s" and "U.S.". */
  private static boolean isSplit(String left, String right) {
    if (right.equals("s")) return left.equals("’") || left.equals("'");
    return SPLIT_SHORT_FORMS.contains(left + right);
  }

  /**
   * The tokeniser's own offsets slip after some of its splits: each word is looked for where it
   * should be.
   */
  private static void align(String line, List<Token> tokens) {
    int at = 0;
    for (Token t : tokens) {
      String form = t.getWordForm();
      int found = line.indexOf(form, at);
      if (found < 0) found = Math.min(line.length(), Math.max(at, t.getStartOffset()));
      int end = Math.min(line.length(), found + form.length());
      t.setStartOffset(found);
      t.setEndOffset(end);
      at = end;
    }
  }

  /** Same length, with other white space as spaces and unreadably long runs blanked. */
  private static String readable(String line) {
    char[] c = line.toCharArray();
    int run = 0;
    for (int i = 0; i <= c.length; i++) {
      if (i < c.length
          && !Character.isWhitespace(c[i])
          && !Character.isSpaceChar(c[i])
          && c[i] != 0) {
        run++;
        continue;
      }
      if (i < c.length) c[i] = ' ';
      if (run > LONGEST) java.util.Arrays.fill(c, i - run, i, ' ');
      run = 0;
    }
    return new String(c);
  }
}
