package io.wiredesk.publish.query;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.ProviderNames;
import io.wiredesk.schemas.TextValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * An item as Lucene sees it, while it is matched and in the index. What is overlong is cut or left
 * out, so that no item costs more than a long one. Used by one thread, for one item.
 */
public final class NewsDocument {

  /** When an item became public, milliseconds. */
  static final String RELEASED = "released#";

  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_CODE = 1_000;
  private static final int MOST_VALUES = 500;
  private static final String NEWSCODES = "http://cv.iptc.org/newscodes/";
  private static final Map<String, String> ALIASES =
      Map.of("mediatopic", "medtop", "subjectcode", "subj");

  private final Document document = new Document();
  private final Set<QueryField> present = EnumSet.noneOf(QueryField.class);

  private NewsDocument() {}

  /** How the fields of an item become terms. */
  public static Analyzer analyzer() {
    return NewsAnalyzer.ITEMS;
  }

  /** All fields of the item as it became public at that time. */
  public static Document of(NewsItem item, Instant releasedAt) {
    Document document = of(item);
    document.add(new LongPoint(RELEASED, releasedAt.toEpochMilli()));
    return document;
  }

  /** All fields of the item itself. */
  static Document of(NewsItem item) {
    NewsDocument view = new NewsDocument();
    view.copy(item);
    view.concepts(item);
    view.identity(item);
    Enrichment enrichment = item.getEnrichment();
    if (enrichment != null) {
      view.enrichment(enrichment);
    }
    for (QueryField field : view.present) {
      view.add(QueryField.PRESENT, field.fieldName());
    }
    return view.document;
  }

  private void copy(NewsItem item) {
    texts(QueryField.HEADLINE, item.getHeadlines());
    words(QueryField.HEADLINE, item.getTitle());
    words(QueryField.SLUGLINE, item.getSlugline());
    words(QueryField.TEXT, item.getText());
    texts(QueryField.DESCRIPTION, item.getDescriptions());
    words(QueryField.BY, item.getBy());
    words(QueryField.LOCATED, item.getLocated());
    for (EditorNote note : some(item.getEdNotes())) {
      words(QueryField.NOTE, note.getIsPublic() ? note.getValue() : null);
    }
    some(item.getKeywords()).forEach(keyword -> words(QueryField.KEYWORD, keyword));
  }

  private void concepts(NewsItem item) {
    concepts(item.getSubjects(), QueryField.SUBJECT);
    concepts(item.getGenres(), QueryField.GENRE);
    concepts(item.getInfoSources(), QueryField.CREDIT);
    concepts(item.getPeople(), QueryField.PERSON, QueryField.ENTITY);
    concepts(item.getOrganisations(), QueryField.ORGANISATION, QueryField.ENTITY);
    concepts(item.getPlaces(), QueryField.PLACE, QueryField.ENTITY);
  }

  private void identity(NewsItem item) {
    code(QueryField.URI, item.getUri());
    code(QueryField.TYPE, item.getType());
    code(QueryField.PROFILE, item.getProfile());
    code(QueryField.SIGNAL, item.getSignal().name());
    ProviderNames.of(item).forEach(name -> code(QueryField.PROVIDER, name));
    code(QueryField.FEED, item.getSource().getFeed());
    Integer urgency = item.getUrgency();
    code(QueryField.URGENCY, urgency == null ? null : urgency.toString());
    language(item.getLanguage());
  }

  private void enrichment(Enrichment enrichment) {
    language(enrichment.getLanguage());
    for (NewsSection section : some(enrichment.getSections())) {
      code(QueryField.SECTION, section.getSection());
      code(QueryField.SECTION, section.getUri());
      code(QueryField.SECTION, shortened(section.getUri()));
    }
    for (Entity entity : some(enrichment.getEntities())) {
      name(QueryField.ENTITY, entity.getName(), entity.getUri());
      code(QueryField.COUNTRY, entity.getCountry());
      switch (entity.getType()) {
        case PERSON -> name(QueryField.PERSON, entity.getName(), entity.getUri());
        case ORGANISATION -> name(QueryField.ORGANISATION, entity.getName(), entity.getUri());
        case LOCATION -> name(QueryField.PLACE, entity.getName(), entity.getUri());
        case EVENT, PRODUCT, OTHER -> {} // found by entity alone
      }
    }
    if (enrichment.getThread() != null) {
      code(QueryField.THREAD, enrichment.getThread().getUri());
    }
  }

  private void language(@Nullable String tag) {
    code(QueryField.LANGUAGE, tag);
    if (tag != null && tag.indexOf('-') > 0) {
      code(QueryField.LANGUAGE, tag.substring(0, tag.indexOf('-')));
    }
  }

  private void concepts(List<Concept> concepts, QueryField... fields) {
    for (Concept concept : some(concepts)) {
      for (QueryField field : fields) {
        name(field, concept.getName(), concept.getUri());
        whole(field, concept.getLiteral());
      }
    }
  }

  private void name(QueryField field, @Nullable String name, @Nullable String uri) {
    words(field, name);
    whole(field, uri);
    whole(field, uri == null ? null : shortened(uri));
  }

  /** IPTC's codes also by the alias that everybody uses: {@code medtop:15000000}. */
  private static @Nullable String shortened(String uri) {
    if (!uri.startsWith(NEWSCODES)) {
      return null;
    }
    String[] parts = uri.substring(NEWSCODES.length()).split("/", 2);
    return parts.length < 2 ? null : ALIASES.getOrDefault(parts[0], parts[0]) + ":" + parts[1];
  }

  /** A uri or code: as a whole, and what stands after its prefix as a word. */
  private void whole(QueryField field, @Nullable String code) {
    if (code != null && !code.isBlank() && code.length() <= LONGEST_CODE) {
      present.add(field);
      add(field.codes(), code.strip());
      words(field, code.substring(code.lastIndexOf(':') + 1));
    }
  }

  private void code(QueryField field, @Nullable String value) {
    if (value != null && !value.isBlank() && value.length() <= LONGEST_CODE) {
      present.add(field);
      add(field.fieldName(), value.strip());
    }
  }

  private void texts(QueryField field, List<TextValue> texts) {
    some(texts).forEach(text -> words(field, text.getValue()));
  }

  private void words(QueryField field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      present.add(field);
      add(field.fieldName(), text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }
  }

  private void add(String indexField, String value) {
    document.add(new TextField(indexField, value, Field.Store.NO));
  }

  private static <V> List<V> some(List<V> values) {
    return values.size() > MOST_VALUES ? values.subList(0, MOST_VALUES) : values;
  }
}
