package io.wiredesk.publish.query;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.Query;

/**
 * A query that was read and can be run: the one language of desks, search, streams, feeds, webhooks
 * and the command line; {@code docs/desks.md} describes it. A {@link Matcher} runs it on items one
 * by one, an index runs it on all that it holds, with the same answer. Immutable.
 */
public final class NewsQuery {

  private final Part part;

  private NewsQuery(Part part) {
    this.part = part;
  }

  /**
   * Reads a query.
   *
   * @throws QueryRefused with a sentence that says why and where
   */
  public static NewsQuery read(String text, QueryUse use) throws QueryRefused {
    NewsQuery query = new NewsQuery(QueryReader.read(text, use));
    query.lucene(Instant.EPOCH); // refuses what has no words, or too many
    return query;
  }

  /** How it was read, with every operator and bracket: a query that means the same. */
  public String asRead() {
    String text = part.toString();
    boolean bracketed = part instanceof Part.All || part instanceof Part.Any;
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * The whole values that it asks for in a field that is an open list: feeds and providers, to warn
   * of those that nobody knows. In lower case, without accents.
   */
  public Set<String> values(QueryField field) {
    Set<String> values = new TreeSet<>();
    collect(part, field, values);
    return values;
  }

  /**
   * The query over {@link NewsDocument}s.
   *
   * @param now what {@code since:2d} counts from
   */
  public Query toLucene(Instant now) {
    try {
      return lucene(now);
    } catch (QueryRefused e) {
      throw new IllegalStateException("a query that was taken is refused: " + this, e);
    }
  }

  /** The same as {@link #asRead()}. */
  @Override
  public String toString() {
    return asRead();
  }

  private Query lucene(Instant now) throws QueryRefused {
    return new LuceneForm(now).of(part);
  }

  private static void collect(Part part, QueryField field, Set<String> values) {
    if (part instanceof Part.All all) {
      all.parts().forEach(each -> collect(each, field, values));
    } else if (part instanceof Part.Any any) {
      any.parts().forEach(each -> collect(each, field, values));
    } else if (part instanceof Part.Not not) {
      collect(not.part(), field, values);
    } else if (part instanceof Part.Weighted weighted) {
      collect(weighted.part(), field, values);
    } else if (part instanceof Part.Asked asked
        && asked.field() == field
        && asked.want() instanceof Part.Value value) {
      values.add(value.value());
    }
  }
}
