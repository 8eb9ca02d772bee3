package io.wiredesk.publish.query;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many queries, run on one item at a time: a presearcher picks the few that can match, so that the
 * time grows with those, not with all. Thread-safe, immutable; close it when nobody matches any
 * more.
 */
public final class Matcher implements AutoCloseable {

  /** Fields that many items share a value of: a query is not found by them if it has others. */
  private static final String[] COMMON = {
    QueryField.SECTION.fieldName(),
    QueryField.LANGUAGE.fieldName(),
    QueryField.PROVIDER.fieldName(),
    QueryField.FEED.fieldName(),
    QueryField.URGENCY.fieldName(),
    QueryField.SIGNAL.fieldName(),
    QueryField.TYPE.fieldName(),
    QueryField.PROFILE.fieldName(),
    QueryField.COUNTRY.fieldName(),
    QueryField.GENRE.fieldName(),
    QueryField.GENRE.codes(),
    QueryField.PRESENT
  };

  private static final Logger LOG = LoggerFactory.getLogger(Matcher.class);

  private final Monitor monitor;

  private Matcher(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * What one item matched.
   *
   * @param queries numbers of the queries that match, in order
   * @param failed numbers of those of which it cannot be told
   */
  public record Result(Set<Integer> queries, Set<Integer> failed) {}

  /**
   * A matcher of all these, numbered from 0.
   *
   * @param now what {@code since:2d} counts from, where a query may say so
   */
  public static Matcher of(List<NewsQuery> queries, Instant now) {
    try {
      Monitor monitor =
          new Monitor(
              NewsAnalyzer.ITEMS,
              presearcher(),
              new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.DAYS));
      List<MonitorQuery> all = new ArrayList<>(queries.size());
      for (int i = 0; i < queries.size(); i++) {
        all.add(
            new MonitorQuery(Integer.toString(i), queries.get(i).toLucene(now), null, Map.of()));
      }
      monitor.register(all);
      return new Matcher(monitor);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  /** The queries without times that the item matches. */
  public Result match(NewsItem item) {
    return match(item.getUri(), NewsDocument.of(item));
  }

  /** The queries that the item in its public state matches. */
  public Result match(PublishedItem published) {
    return match(
        published.getUri(), NewsDocument.of(published.getItem(), published.getReleasedAt()));
  }

  private Result match(String uri, Document document) {
    try {
      MatchingQueries<QueryMatch> matching = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
      Set<Integer> matched = new TreeSet<>();
      matching.getMatches().forEach(match -> matched.add(Integer.valueOf(match.getQueryId())));
      Set<Integer> failed = new HashSet<>();
      matching
          .getErrors()
          .forEach(
              (id, error) -> {
                LOG.error("A desk's query failed on {}", uri, error);
                failed.add(Integer.valueOf(id));
              });
      return new Result(matched, failed);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  private static Presearcher presearcher() {
    TermWeightor rareFirst =
        TermWeightor.combine(TermWeightor.DEFAULT, TermWeightor.fieldWeightor(0.1, Set.of(COMMON)));
    return new TermFilteredPresearcher(rareFirst, List.of(new BeginningHandler()), Set.of());
  }
}
