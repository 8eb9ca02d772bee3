package io.wiredesk.publish.desk.query;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.ProviderNames;
import io.wiredesk.schemas.TextValue;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * An item as Lucene sees it while it is matched. What is overlong is cut or left out, so that no
 * item costs more than a long one. Used by one thread, for one item.
 */
final class DeskDocument {

  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_CODE = 1_000;
  private static final int MOST_VALUES = 500;
  private static final String NEWSCODES = "http://cv.iptc.org/newscodes/";
  private static final Map<String, String> ALIASES =
      Map.of("mediatopic", "medtop", "subjectcode", "subj");

  private final Document document = new Document();
  private final Set<DeskField> present = EnumSet.noneOf(DeskField.class);

  private DeskDocument() {}

  /** All fields of the item. */
  static Document of(NewsItem item) {
    DeskDocument view = new DeskDocument();
    view.copy(item);
    view.concepts(item);
    view.identity(item);
    Enrichment enrichment = item.getEnrichment();
    if (enrichment != null) {
      view.enrichment(enrichment);
    }
    for (DeskField field : view.present) {
      view.add(DeskField.PRESENT, field.fieldName());
    }
    return view.document;
  }

  private void copy(NewsItem item) {
    texts(DeskField.HEADLINE, item.getHeadlines());
    words(DeskField.HEADLINE, item.getTitle());
    words(DeskField.SLUGLINE, item.getSlugline());
    words(DeskField.TEXT, item.getText());
    texts(DeskField.DESCRIPTION, item.getDescriptions());
    words(DeskField.BY, item.getBy());
    words(DeskField.LOCATED, item.getLocated());
    for (EditorNote note : some(item.getEdNotes())) {
      words(DeskField.NOTE, note.getIsPublic() ? note.getValue() : null);
    }
    some(item.getKeywords()).forEach(keyword -> words(DeskField.KEYWORD, keyword));
  }

  private void concepts(NewsItem item) {
    concepts(item.getSubjects(), DeskField.SUBJECT);
    concepts(item.getGenres(), DeskField.GENRE);
    concepts(item.getInfoSources(), DeskField.CREDIT);
    concepts(item.getPeople(), DeskField.PERSON, DeskField.ENTITY);
    concepts(item.getOrganisations(), DeskField.ORGANISATION, DeskField.ENTITY);
    concepts(item.getPlaces(), DeskField.PLACE, DeskField.ENTITY);
  }

  private void identity(NewsItem item) {
    code(DeskField.URI, item.getUri());
    code(DeskField.TYPE, item.getType());
    code(DeskField.PROFILE, item.getProfile());
    code(DeskField.SIGNAL, item.getSignal().name());
    ProviderNames.of(item).forEach(name -> code(DeskField.PROVIDER, name));
    code(DeskField.FEED, item.getSource().getFeed());
    Integer urgency = item.getUrgency();
    code(DeskField.URGENCY, urgency == null ? null : urgency.toString());
    language(item.getLanguage());
  }

  private void enrichment(Enrichment enrichment) {
    language(enrichment.getLanguage());
    for (NewsSection section : some(enrichment.getSections())) {
      code(DeskField.SECTION, section.getSection());
      code(DeskField.SECTION, section.getUri());
      code(DeskField.SECTION, shortened(section.getUri()));
    }
    for (Entity entity : some(enrichment.getEntities())) {
      name(DeskField.ENTITY, entity.getName(), entity.getUri());
      code(DeskField.COUNTRY, entity.getCountry());
      switch (entity.getType()) {
        case PERSON -> name(DeskField.PERSON, entity.getName(), entity.getUri());
        case ORGANISATION -> name(DeskField.ORGANISATION, entity.getName(), entity.getUri());
        case LOCATION -> name(DeskField.PLACE, entity.getName(), entity.getUri());
        case EVENT, PRODUCT, OTHER -> {} // found by entity alone
      }
    }
    if (enrichment.getThread() != null) {
      code(DeskField.THREAD, enrichment.getThread().getUri());
    }
  }

  private void language(@Nullable String tag) {
    code(DeskField.LANGUAGE, tag);
    if (tag != null && tag.indexOf('-') > 0) {
      code(DeskField.LANGUAGE, tag.substring(0, tag.indexOf('-')));
    }
  }

  private void concepts(List<Concept> concepts, DeskField... fields) {
    for (Concept concept : some(concepts)) {
      for (DeskField field : fields) {
        name(field, concept.getName(), concept.getUri());
        whole(field, concept.getLiteral());
      }
    }
  }

  private void name(DeskField field, @Nullable String name, @Nullable String uri) {
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
  private void whole(DeskField field, @Nullable String code) {
    if (code != null && !code.isBlank() && code.length() <= LONGEST_CODE) {
      present.add(field);
      add(field.codes(), code);
      words(field, code.substring(code.lastIndexOf(':') + 1));
    }
  }

  private void code(DeskField field, @Nullable String value) {
    if (value != null && !value.isBlank() && value.length() <= LONGEST_CODE) {
      present.add(field);
      add(field.fieldName(), value.strip().toLowerCase(Locale.ROOT));
    }
  }

  private void texts(DeskField field, List<TextValue> texts) {
    some(texts).forEach(text -> words(field, text.getValue()));
  }

  private void words(DeskField field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      present.add(field);
      add(field.fieldName(), text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }
  }

  private void add(String indexField, String value) {
    document.add(new TextField(indexField, composed(value), Field.Store.NO));
  }

  /** Accents composed with their letters, as the folding of accents wants them. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static <V> List<V> some(List<V> values) {
    return values.size() > MOST_VALUES ? values.subList(0, MOST_VALUES) : values;
  }
}
