package io.wiredesk.publish.search;

import io.wiredesk.publish.index.Cursor;
import io.wiredesk.publish.query.NewsDocument;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.taxonomy.FastTaxonomyFacetCounts;
import org.apache.lucene.facet.taxonomy.SearcherTaxonomyManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Questions to the index. Every answer is of one moment. Thread-safe. */
public final class Searches {

  private static final int MOST_NOTICES = 50;
  private static final int MOST_VALUES = 20;
  private static final int LIKE_WORDS = 25;

  private final SearcherTaxonomyManager searchers;
  private final FacetsConfig config;
  private final Clock clock;

  Searches(SearcherTaxonomyManager searchers, FacetsConfig config, Clock clock) {
    this.searchers = searchers;
    this.config = config;
    this.clock = clock;
  }

  private interface Asking<R> {
    R ask(SearcherTaxonomyManager.SearcherAndTaxonomy at) throws IOException;
  }

  /** Runs a search. */
  public Found find(SearchRequest request) {
    return asking(at -> find(at, request));
  }

  /** The item, or the notice of what became of it; empty where it is unknown or under embargo. */
  public Optional<Hit> item(String uri) {
    Query query = open(new TermQuery(SearchDocument.key(uri)));
    return asking(
        at -> {
          TopDocs top = at.searcher.search(query, 1);
          List<Hit> hits = hits(at.searcher, top.scoreDocs);
          return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get(0));
        });
  }

  /** The record of the item's public state; empty where it is unknown or under embargo. */
  public Optional<PublishedItem> state(String uri) {
    Query query = open(new TermQuery(SearchDocument.key(uri)));
    return asking(
        at -> {
          TopDocs top = at.searcher.search(query, 1);
          return top.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(
                  SearchDocument.record(
                      at.searcher
                          .storedFields()
                          .document(top.scoreDocs[0].doc, SearchDocument.records())));
        });
  }

  /** True if the item is public and the query finds it. */
  public boolean matches(NewsQuery query, String uri) {
    Query wanted =
        new BooleanQuery.Builder()
            .add(new TermQuery(SearchDocument.key(uri)), Occur.FILTER)
            .add(query.toLucene(clock.instant()), Occur.FILTER)
            .add(SearchDocument.state(PublicState.PUBLISHED), Occur.FILTER)
            .build();
    return asking(at -> at.searcher.search(open(wanted), 1).scoreDocs.length > 0);
  }

  /** Counts the item's public states: that of the last one known, 0 where none is. */
  long sequence(String uri) {
    return asking(
        at -> {
          TopDocs top = at.searcher.search(new TermQuery(SearchDocument.key(uri)), 1);
          return top.scoreDocs.length == 0
              ? 0L
              : SearchDocument.sequence(at.searcher.storedFields().document(top.scoreDocs[0].doc));
        });
  }

  /** Public items that are about the same, best first, without the item itself. */
  public List<Hit> like(String uri, String text, int limit) {
    return asking(
        at -> {
          MoreLikeThis more = new MoreLikeThis(at.searcher.getIndexReader());
          more.setAnalyzer(NewsDocument.analyzer());
          more.setFieldNames(new String[] {"text"});
          more.setMinDocFreq(2);
          more.setMinTermFreq(1);
          more.setMinWordLen(3);
          more.setMaxDocFreqPct(30);
          more.setMaxQueryTerms(LIKE_WORDS);
          Query query =
              new BooleanQuery.Builder()
                  .add(more.like("text", new StringReader(text)), Occur.MUST)
                  .add(SearchDocument.state(PublicState.PUBLISHED), Occur.FILTER)
                  .add(new TermQuery(SearchDocument.key(uri)), Occur.MUST_NOT)
                  .build();
          return hits(at.searcher, at.searcher.search(open(query), limit).scoreDocs);
        });
  }

  /** A stretch of a list, newest first, with the place of the next. */
  public Page list(io.wiredesk.publish.index.Query wanted) {
    Query query = open(ListFilter.of(wanted));
    Cursor before = wanted.before();
    Place after =
        before == null ? null : new Place(null, before.releasedAt().toEpochMilli(), before.uri());
    return asking(
        at -> {
          TopFieldDocs top =
              top(at.searcher, after, query, wanted.limit() + 1, SearchDocument.BY_TIME);
          boolean more = top.scoreDocs.length > wanted.limit();
          ScoreDoc[] shown = more ? Arrays.copyOf(top.scoreDocs, wanted.limit()) : top.scoreDocs;
          List<Hit> hits = hits(at.searcher, shown);
          Hit last = more ? hits.get(hits.size() - 1) : null;
          return new Page(hits, last == null ? null : new Cursor(last.releasedAt(), last.uri()));
        });
  }

  /**
   * A stretch of the list.
   *
   * @param hits newest first
   * @param next where the next stretch begins, null at the end
   */
  public record Page(List<Hit> hits, @Nullable Cursor next) {}

  private Found find(SearcherTaxonomyManager.SearcherAndTaxonomy at, SearchRequest request)
      throws IOException {
    boolean byTime = request.order() == SearchRequest.Order.TIME;
    Query query = query(request, byTime);
    Sort sort = byTime ? SearchDocument.BY_TIME : SearchDocument.BY_RELEVANCE;
    TopFieldDocs top = top(at.searcher, request.after(), query, request.limit() + 1, sort);
    boolean more = top.scoreDocs.length > request.limit();
    ScoreDoc[] shown = more ? Arrays.copyOf(top.scoreDocs, request.limit()) : top.scoreDocs;
    List<Hit> hits = hits(at.searcher, shown);
    Place next = more ? Place.of((FieldDoc) shown[shown.length - 1]) : null;
    Map<Facet, List<Found.Count>> counts = new EnumMap<>(Facet.class);
    long total;
    if (request.facets().isEmpty()) {
      total = at.searcher.count(query);
    } else {
      FacetsCollector matching = at.searcher.search(query, new FacetsCollectorManager());
      total = matching.getMatchingDocs().stream().mapToLong(docs -> docs.totalHits).sum();
      for (Facet facet : request.facets()) {
        counts.put(facet, counts(at, matching, facet));
      }
    }
    return new Found(hits, notices(at.searcher, request, hits, more), total, counts, next);
  }

  private static TopFieldDocs top(
      IndexSearcher searcher, @Nullable Place after, Query query, int most, Sort sort)
      throws IOException {
    FieldDoc behind = after == null ? null : after.doc(searcher.getIndexReader().maxDoc());
    return (TopFieldDocs) searcher.searchAfter(behind, query, most, sort);
  }

  private List<Found.Count> counts(
      SearcherTaxonomyManager.SearcherAndTaxonomy at, FacetsCollector matching, Facet facet)
      throws IOException {
    String field = config.getDimConfig(facet.facetName()).indexFieldName;
    FacetResult result =
        new FastTaxonomyFacetCounts(field, at.taxonomyReader, config, matching)
            .getTopChildren(MOST_VALUES, facet.facetName());
    List<Found.Count> counts = new ArrayList<>();
    if (result != null) {
      for (LabelAndValue value : result.labelValues) {
        counts.add(new Found.Count(value.label, value.value.longValue()));
      }
    }
    return counts;
  }

  /**
   * Notices of the time that the results cover: up to now on the head, to the beginning at the end.
   */
  private List<Hit> notices(
      IndexSearcher searcher, SearchRequest request, List<Hit> hits, boolean more)
      throws IOException {
    if (request.order() != SearchRequest.Order.TIME) {
      return List.of();
    }
    Place after = request.after();
    Instant to = after == null ? clock.instant() : Instant.ofEpochMilli(after.releasedAt());
    Instant from = more ? hits.get(hits.size() - 1).releasedAt() : Instant.EPOCH;
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(SearchDocument.state(PublicState.PUBLISHED), Occur.MUST_NOT)
            .add(SearchDocument.released(from, to), Occur.FILTER);
    Set<String> desks = request.narrowed().getOrDefault(Facet.DESK, Set.of());
    if (!desks.isEmpty()) {
      query.add(ListFilter.any("desk", desks), Occur.FILTER);
    }
    TopDocs top = searcher.search(query.build(), MOST_NOTICES, SearchDocument.BY_TIME);
    return hits(searcher, top.scoreDocs);
  }

  private Query query(SearchRequest request, boolean byTime) {
    Query wanted = request.query().toLucene(clock.instant());
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(byTime ? new ConstantScoreQuery(wanted) : wanted, Occur.MUST)
            .add(SearchDocument.state(PublicState.PUBLISHED), Occur.FILTER);
    request.narrowed().forEach((facet, values) -> query.add(narrowed(facet, values), Occur.FILTER));
    return open(query.build());
  }

  private Query narrowed(Facet facet, Set<String> values) {
    String field = config.getDimConfig(facet.facetName()).indexFieldName;
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String value : values) {
      Term term = DrillDownQuery.term(field, facet.facetName(), value);
      any.add(new TermQuery(term), Occur.SHOULD);
    }
    return any.build();
  }

  /** Without what our clock holds to be under embargo. */
  private Query open(Query query) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(SearchDocument.closedAt(clock.instant()), Occur.MUST_NOT)
        .build();
  }

  private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] docs) throws IOException {
    List<Hit> hits = new ArrayList<>(docs.length);
    for (ScoreDoc doc : docs) {
      Document document = searcher.storedFields().document(doc.doc, SearchDocument.told());
      hits.add(SearchDocument.hit(document));
    }
    return hits;
  }

  private <R> R asking(Asking<R> asking) {
    try {
      SearcherTaxonomyManager.SearcherAndTaxonomy at = searchers.acquire();
      try {
        return asking.ask(at);
      } finally {
        searchers.release(at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }
}
