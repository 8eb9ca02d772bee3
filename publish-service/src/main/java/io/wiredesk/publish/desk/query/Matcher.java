package io.wiredesk.publish.desk.query;

import io.wiredesk.schemas.NewsItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many queries, run on one item at a time: a presearcher picks the few that can match, so that the
 * time grows with those, not with all. Thread-safe, immutable; close it when nobody matches any
 * more.
 */
public final class Matcher implements AutoCloseable {

  static final Analyzer ANALYZER = new DeskAnalyzer();

  /** Fields that many items share a value of: a query is not found by them if it has others. */
  private static final String[] COMMON = {
    DeskField.SECTION.fieldName(),
    DeskField.LANGUAGE.fieldName(),
    DeskField.PROVIDER.fieldName(),
    DeskField.FEED.fieldName(),
    DeskField.URGENCY.fieldName(),
    DeskField.SIGNAL.fieldName(),
    DeskField.TYPE.fieldName(),
    DeskField.PROFILE.fieldName(),
    DeskField.COUNTRY.fieldName(),
    DeskField.GENRE.fieldName(),
    DeskField.GENRE.codes(),
    DeskField.PRESENT
  };

  private static final Logger LOG = LoggerFactory.getLogger(Matcher.class);

  private final Monitor monitor;

  private Matcher(Monitor monitor) {
    this.monitor = monitor;
  }

  /** A query that was read and can be run. Immutable. */
  public static final class Compiled {
    private final Query query;

    private Compiled(Query query) {
      this.query = query;
    }
  }

  /**
   * What one item matched.
   *
   * @param queries numbers of the queries that match, in order
   * @param failed numbers of those of which it cannot be told
   */
  public record Result(Set<Integer> queries, Set<Integer> failed) {}

  /**
   * Reads a query.
   *
   * @throws QueryRefused with a sentence that says why
   */
  public static Compiled compile(String text) throws QueryRefused {
    return new Compiled(DeskQueries.read(text));
  }

  /** A matcher of all these, numbered from 0. */
  public static Matcher of(List<Compiled> queries) {
    try {
      Monitor monitor =
          new Monitor(
              ANALYZER,
              presearcher(),
              new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.DAYS));
      List<MonitorQuery> all = new ArrayList<>(queries.size());
      for (int i = 0; i < queries.size(); i++) {
        all.add(new MonitorQuery(Integer.toString(i), queries.get(i).query, null, Map.of()));
      }
      monitor.register(all);
      return new Matcher(monitor);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  /** The queries that the item matches. */
  public Result match(NewsItem item) {
    try {
      MatchingQueries<QueryMatch> matching =
          monitor.match(DeskDocument.of(item), QueryMatch.SIMPLE_MATCHER);
      Set<Integer> matched = new TreeSet<>();
      matching.getMatches().forEach(match -> matched.add(Integer.valueOf(match.getQueryId())));
      Set<Integer> failed = new HashSet<>();
      matching
          .getErrors()
          .forEach(
              (id, error) -> {
                LOG.error("A desk's query failed on {}", item.getUri(), error);
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
