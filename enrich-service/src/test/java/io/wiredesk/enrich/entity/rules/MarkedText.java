package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Name;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles for tests, written with what a recogniser saw: {@code "{PERSON|Ann Lee} spoke."}, a
 * sentence a line; and the other way round, spans as marks.
 */
final class MarkedText {
  private static final Pattern MARK = Pattern.compile("\\{(\\w+)\\|([^}]*)}");
  private static final Pattern WORD =
      Pattern.compile(
          "['’]s\\b|\\p{L}\\.(?:\\p{L}\\.)+|[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*\\.?(?=\\p{L})?|\\S");

  private MarkedText() {}

  static Article read(String marked) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (String line : marked.split("\n")) {
      List<int[]> spans = new ArrayList<>();
      List<String> types = new ArrayList<>();
      int start = text.length();
      Matcher m = MARK.matcher(line);
      int at = 0;
      while (m.find()) {
        text.append(line, at, m.start());
        spans.add(new int[] {text.length(), text.length() + m.group(2).length()});
        types.add(m.group(1));
        text.append(m.group(2));
        at = m.end();
      }
      text.append(line.substring(at));
      sentences.add(sentence(text.toString(), start, spans, types));
      text.append('\n');
    }
    return new Article(text.toString(), sentences, null);
  }

  private static Sentence sentence(String text, int start, List<int[]> spans, List<String> types) {
    List<Token> tokens = new ArrayList<>();
    Matcher m = WORD.matcher(text).region(start, text.length());
    while (m.find()) {
      int end = m.end();
      if (m.group().endsWith(".")
          && m.group().indexOf('.') == m.group().length() - 1
          && m.group().length() > 3) end--;
      boolean name = Character.isUpperCase(m.group().charAt(0));
      tokens.add(new Token(text.substring(m.start(), end), m.start(), end, name ? "NNP" : "NN"));
    }
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) names.add(name(tokens, spans.get(i), types.get(i)));
    return new Sentence(tokens, names);
  }

  private static Name name(List<Token> tokens, int[] span, String type) {
    int from = 0;
    while (tokens.get(from).start() < span[0]) from++;
    int to = from;
    while (to < tokens.size() && tokens.get(to).end() <= span[1]) to++;
    return new Name(type, from, to);
  }

  /** The text with PERSON, ORG, LOC, EVENT around the spans. */
  static String write(Article article, List<Span> spans) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span s : spans) {
      out.append(article.text(), at, s.start());
      out.append('{')
          .append(s.type().name(), 0, 3)
          .append('|')
          .append(s.in(article.text()))
          .append('}');
      at = s.end();
    }
    return out.append(article.text().substring(at)).toString().strip();
  }
}
