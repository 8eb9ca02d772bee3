package io.wiredesk.enrich.entity.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name does not begin with an article or a quotation mark and does not end with a possessive or a
 * stray mark: "the United Nations'" names the United Nations. Stateless.
 */
final class TrimEdges implements Rule {
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:[\\s\"'“”‘’«»`(\\[<*•–—,;:/.-]+|(?:the|a|an)\\s+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile("(?:['’] ?s|[\\s\"'“”‘’«»`(\\[<>*•–—,;:!?/-]+)$", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> out = new ArrayList<>(spans.size());
    for (Span span : spans) {
      String name = span.in(article.text());
      int head = head(name);
      int tail = tail(name, head);
      tail = withoutStop(name, head, withoutBracket(name, head, tail));
      if (tail > head && hasLetter(name, head, tail)) {
        out.add(new Span(span.start() + head, span.start() + tail, span.type()));
      }
    }
    return out;
  }

  /** Chen (陳), Diagne (29): what stands in brackets is said of the name, not part of it. */
  private static int withoutBracket(String name, int head, int tail) {
    int at = name.indexOf(" (", head);
    return at > head && at < tail ? at : tail;
  }

  /** The full stop of the sentence, as against that of U.S. or Corp. */
  private static int withoutStop(String name, int head, int tail) {
    if (tail - head < 3 || name.charAt(tail - 1) != '.') return tail;
    String last = name.substring(Math.max(head, name.lastIndexOf(' ', tail - 1) + 1), tail - 1);
    return last.indexOf('.') >= 0 || last.length() < 2 || WordClass.SHORTENED.has(last)
        ? tail
        : tail - 1;
  }

  private static int head(String name) {
    int at = 0;
    for (Matcher m = HEAD.matcher(name); m.region(at, name.length()).find(); ) at = m.end();
    return at;
  }

  private static int tail(String name, int head) {
    int at = name.length();
    for (Matcher m = TAIL.matcher(name); m.region(head, at).find(); ) at = m.start();
    if (at > head
        && ")]".indexOf(name.charAt(at - 1)) >= 0
        && name.substring(head, at).indexOf('(') < 0) at--;
    return at;
  }

  private static boolean hasLetter(String name, int from, int to) {
    return name.substring(from, to).codePoints().anyMatch(Character::isLetter);
  }
}
