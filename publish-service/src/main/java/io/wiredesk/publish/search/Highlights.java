package io.wiredesk.publish.search;

import io.wiredesk.publish.query.NewsDocument;
import io.wiredesk.publish.query.NewsQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Where a query's words stand in an item: for a phrase the phrase, not its single words. */
public final class Highlights {

  private static final int MOST_PASSAGES = 3;
  private final Query query;
  private final UnifiedHighlighter highlighter;

  /**
   * Highlights of one query.
   *
   * @param now what {@code since:2d} counts from
   */
  public Highlights(NewsQuery query, Instant now) {
    this.query = query.toLucene(now);
    this.highlighter =
        UnifiedHighlighter.builderWithoutSearcher(NewsDocument.analyzer())
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
            .withMaxLength(200_000)
            .withMaxNoHighlightPassages(0)
            .withFormatter(new Stretches())
            .build();
  }

  /**
   * A sentence in which the query is found.
   *
   * @param text of the sentence, plain text
   * @param marks for each place its first character and the one behind its last, in {@code text}
   */
  public record Stretch(String text, List<int[]> marks) {}

  /** The best stretches of a field's text, in the order of the text; empty where there are none. */
  public List<Stretch> in(String field, String text) {
    try {
      Object found = highlighter.highlightWithoutSearcher(field, query, text, MOST_PASSAGES);
      List<Stretch> stretches = new ArrayList<>();
      if (found instanceof List<?> list) {
        list.forEach(each -> stretches.add((Stretch) each));
      }
      return stretches;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory failed", e);
    }
  }

  private static final class Stretches extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Stretch> stretches = new ArrayList<>();
      for (Passage passage : passages) {
        List<int[]> marks = new ArrayList<>();
        int start = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int from = passage.getMatchStarts()[i] - start;
          int to = passage.getMatchEnds()[i] - start;
          if (marks.isEmpty() || marks.get(marks.size() - 1)[1] <= from) {
            marks.add(new int[] {from, to});
          }
        }
        if (!marks.isEmpty()) {
          String text = content.substring(start, passage.getEndOffset());
          stretches.add(new Stretch(text, marks));
        }
      }
      return stretches;
    }
  }
}
