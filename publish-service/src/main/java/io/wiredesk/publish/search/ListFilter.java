package io.wiredesk.publish.search;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** What the parameters of a list ask for, as a query. Stateless. */
final class ListFilter {

  private ListFilter() {}

  /** What the list wants. */
  static Query of(io.wiredesk.publish.index.Query wanted) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanQuery.Builder states = new BooleanQuery.Builder();
    wanted.states().forEach(state -> states.add(SearchDocument.state(state), Occur.SHOULD));
    query.add(states.build(), Occur.FILTER);
    filter(query, "section", wanted.sections());
    filter(query, "language", lower(wanted.languages()));
    filter(query, "provider", lower(wanted.providers()));
    filter(query, "desk", wanted.desks());
    Set<String> entities = new HashSet<>(wanted.entities());
    entities.addAll(lower(wanted.entities()));
    filter(query, "entity", entities);
    return query.build();
  }

  private static void filter(BooleanQuery.Builder query, String name, Set<String> values) {
    if (!values.isEmpty()) {
      query.add(any(name, values), Occur.FILTER);
    }
  }

  /** Items whose filter has one of the values. */
  static Query any(String name, Set<String> values) {
    if (values.size() > IndexSearcher.getMaxClauseCount()) {
      return new MatchNoDocsQuery("more values than a filter takes");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(value -> any.add(SearchDocument.filter(name, value), Occur.SHOULD));
    return any.build();
  }

  private static Set<String> lower(Set<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
