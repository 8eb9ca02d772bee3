package io.wiredesk.publish.search;

import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.query.NewsDocument;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * One item of the index: the fields that queries ask for while it is public, those that lists are
 * filtered and ordered by, and how it is told. A notice of what was taken back has no words.
 */
final class SearchDocument {

  /** Changes with every change of fields or analysis: an index of another layout is built anew. */
  static final String LAYOUT = "2";

  private static final String RECORD = "@record";
  static final String JSON = "@json";
  static final String SIZE = "@size";
  static final String NINJS_URI = "@ninjs";
  static final String STATE = "@state";
  static final String REASON = "@reason";
  static final String SEQUENCE = "@sequence";

  private static final String URI = "@uri";
  private static final String RELEASED = "@released";
  private static final String EMBARGO = "@embargo";
  private static final int LONGEST_TERM = 8_000;

  /** Newest first, then by uri. */
  static final Sort BY_TIME =
      new Sort(
          new SortField(RELEASED, SortField.Type.LONG, true),
          new SortField(URI, SortField.Type.STRING));

  /** Best first; of results as good the newest. */
  static final Sort BY_RELEVANCE =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(RELEASED, SortField.Type.LONG, true),
          new SortField(URI, SortField.Type.STRING));

  private SearchDocument() {}

  static Document of(PublishedItem published, Shown shown) {
    boolean isPublic = published.getState() == PublicState.PUBLISHED;
    Document document =
        isPublic ? NewsDocument.of(published.getItem(), published.getReleasedAt()) : new Document();
    String uri = cut(shown.uri());
    document.add(new StringField(URI, uri, Field.Store.YES));
    document.add(new SortedDocValuesField(URI, new BytesRef(uri)));
    document.add(new NumericDocValuesField(RELEASED, shown.releasedAt().toEpochMilli()));
    document.add(new LongPoint(RELEASED, shown.releasedAt().toEpochMilli()));
    document.add(new StoredField(RELEASED, shown.releasedAt().toEpochMilli()));
    document.add(new StringField(STATE, shown.state().name(), Field.Store.YES));
    document.add(new StoredField(SEQUENCE, shown.sequence()));
    document.add(new StoredField(NINJS_URI, shown.ninjsUri()));
    document.add(new StoredField(RECORD, bytes(published)));
    document.add(new StoredField(JSON, shown.json().bytes()));
    document.add(new StoredField(SIZE, shown.json().size()));
    if (shown.reason() != null) {
      document.add(new StoredField(REASON, shown.reason()));
    }
    if (shown.embargoedUntil() != null) {
      document.add(new LongPoint(EMBARGO, shown.embargoedUntil().toEpochMilli()));
    }
    filters(document, shown.facets());
    if (isPublic) {
      facets(document, published);
    }
    return document;
  }

  static Term key(String uri) {
    return new Term(URI, cut(uri));
  }

  static Hit hit(Document document) {
    BytesRef json = document.getBinaryValue(JSON);
    byte[] bytes = java.util.Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
    return new Hit(
        document.get(URI),
        document.get(NINJS_URI),
        PublicState.valueOf(document.get(STATE)),
        document.get(REASON),
        Instant.ofEpochMilli(document.getField(RELEASED).numericValue().longValue()),
        new PackedJson(bytes, document.getField(SIZE).numericValue().intValue()));
  }

  /** What is kept for {@link #hit}, without the record. */
  static Set<String> told() {
    return Set.of(URI, NINJS_URI, STATE, REASON, RELEASED, JSON, SIZE);
  }

  /** What is kept for {@link #record}. */
  static Set<String> records() {
    return Set.of(RECORD);
  }

  /** The record as it was on the topic. */
  static PublishedItem record(Document document) throws IOException {
    BytesRef record = document.getBinaryValue(RECORD);
    return PublishedItem.fromByteBuffer(
        ByteBuffer.wrap(record.bytes, record.offset, record.length));
  }

  /** Avro's single-object encoding. */
  private static BytesRef bytes(PublishedItem published) {
    try {
      ByteBuffer bytes = published.toByteBuffer();
      return new BytesRef(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException("a record that was read can be written", e);
    }
  }

  static long sequence(Document document) {
    return document.getField(SEQUENCE).numericValue().longValue();
  }

  /** Items of that state. */
  static Query state(PublicState state) {
    return new TermQuery(new Term(STATE, state.name()));
  }

  /** Items under embargo by this clock, whatever the topic says. */
  static Query closedAt(Instant now) {
    return LongPoint.newRangeQuery(EMBARGO, now.toEpochMilli() + 1, Long.MAX_VALUE);
  }

  /** Items released from one time to another, both included. */
  static Query released(Instant from, Instant to) {
    return LongPoint.newRangeQuery(RELEASED, from.toEpochMilli(), to.toEpochMilli());
  }

  /** Items whose list filter has that value. */
  static Query filter(String name, String value) {
    return new TermQuery(new Term("@" + name, value));
  }

  private static void filters(Document document, Shown.Facets facets) {
    all(document, "section", facets.sections());
    all(document, "entity", facets.entities());
    all(document, "provider", facets.providers());
    all(document, "desk", facets.desks());
    if (facets.language() != null) {
      String language = facets.language();
      all(document, "language", Set.copyOf(List.of(language)));
      for (int dash = language.indexOf('-'); dash > 0; dash = language.indexOf('-', dash + 1)) {
        filter(document, "language", language.substring(0, dash));
      }
    }
  }

  private static void all(Document document, String name, Set<String> values) {
    values.forEach(value -> filter(document, name, value));
  }

  private static void filter(Document document, String name, String value) {
    document.add(new StringField("@" + name, cut(value), Field.Store.NO));
  }

  private static void facets(Document document, PublishedItem published) {
    for (Facet facet : Facet.values()) {
      for (String value : facet.valuesOf(published)) {
        document.add(new FacetField(facet.facetName(), value));
      }
    }
  }

  /** A term has a limit; nothing but hostile copy comes near. */
  private static String cut(String value) {
    return value.length() <= LONGEST_TERM ? value : value.substring(0, LONGEST_TERM);
  }
}
