package io.wiredesk.enrich.entity;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.multilingual.EvidenceFinder;
import io.wiredesk.enrich.entity.recogniser.ModelFiles;
import io.wiredesk.enrich.entity.recogniser.Recogniser;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.rules.Article;
import io.wiredesk.enrich.entity.rules.KnownNames;
import io.wiredesk.enrich.entity.rules.NameRules;
import io.wiredesk.enrich.entity.rules.Span;
import io.wiredesk.schemas.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people, organisations and places that an article names. Same document, same entities;
 * no document influences another. Safe to share between threads; holds a mapped file that is
 * released with the object.
 */
public final class EntityFinder {
  private static final String ENGLISH = "en";

  private final Recogniser recogniser;
  private final NameRules rules;
  private final EvidenceFinder evidence;
  private final KnownNames knownNames;
  private final EntityBuilder builder;
  private final Map<String, String> versions;

  /**
   * An article.
   *
   * @param text canonical text; mentions are offsets into it
   * @param headline main headline, where there is one; weighs for salience, has no offsets
   * @param language BCP 47 tag
   * @param skip stretches that are never searched (site furniture, credits), in any order
   * @param located place of the dateline, where the wire gave one
   */
  public record Document(
      String text,
      @Nullable String headline,
      String language,
      List<TextRange> skip,
      @Nullable String located) {
    public Document {
      skip = List.copyOf(skip);
    }

    /** A document of its text alone. */
    public static Document of(String text, String language) {
      return new Document(text, null, language, List.of(), null);
    }
  }

  private EntityFinder(Recogniser recogniser, Gazetteer gazetteer, Map<String, String> versions) {
    this.recogniser = recogniser;
    rules = new NameRules(gazetteer);
    evidence = EvidenceFinder.load(gazetteer);
    knownNames = new KnownNames(gazetteer);
    builder = new EntityBuilder(gazetteer, evidence);
    this.versions = Map.copyOf(versions);
  }

  /**
   * Maps the packed models, from the directory of the system property {@value ModelFiles#PROPERTY},
   * else by the search order of {@link ModelFiles}; packs them (half a minute, 1.3 GB of heap,
   * once) where they are nowhere.
   */
  public static EntityFinder load() {
    return load(null);
  }

  /** As {@link #load()}, with the models' directory given; null leaves it to the property. */
  public static EntityFinder load(@Nullable Path models) {
    try {
      return new EntityFinder(
          ModelFiles.open(models == null ? configured() : models),
          Gazetteer.load(),
          Map.of(
              "entity-recogniser", ModelFiles.VERSION,
              "entity-rules", NameRules.VERSION,
              "gazetteer", Gazetteer.VERSION));
    } catch (IOException e) {
      throw new UncheckedIOException("the English name models cannot be opened", e);
    }
  }

  private static @Nullable Path configured() {
    String directory = System.getProperty(ModelFiles.PROPERTY);
    return directory == null || directory.isBlank() ? null : Path.of(directory);
  }

  /** Without the models: names of the tables alone, in every language. */
  public static EntityFinder withGazetteerOnly() {
    return new EntityFinder(
        Recogniser.none(),
        Gazetteer.load(),
        Map.of("entity-rules", NameRules.VERSION, "gazetteer", Gazetteer.VERSION));
  }

  /** With a recogniser of the caller's. */
  static EntityFinder with(Recogniser recogniser) {
    return new EntityFinder(
        recogniser, Gazetteer.load(), Map.of("entity-rules", NameRules.VERSION));
  }

  /**
   * Entities of the document, most salient first; mentions in text order, never overlapping, never
   * skipped.
   */
  public List<Entity> find(Document document) {
    List<TextRange> open = open(document);
    String language = primary(document.language());
    List<Span> spans =
        language.equals(ENGLISH)
            ? recognised(document, open)
            : evidence.serves(language)
                ? evidence.find(searched(document.text(), open), language)
                : List.of();
    if (spans.isEmpty()) {
      List<Span> known = new ArrayList<>();
      for (TextRange r : open)
        known.addAll(knownNames.find(document.text(), r.start(), r.end(), language));
      spans = known;
    }
    return builder.build(document, spans);
  }

  /**
   * Versions of what takes part in a language and the types that are not recognised there, for
   * {@code Enrichment.models}.
   *
   * @param language BCP 47 tag
   */
  public Map<String, String> versions(String language) {
    String primary = primary(language);
    if (primary.equals(ENGLISH)) return versions;
    Map<String, String> said = new TreeMap<>(versions);
    boolean served = evidence.serves(primary);
    said.put("entity-recogniser", served ? EvidenceFinder.VERSION + "/" + primary : "none");
    said.put("entities-not-recognised", served ? "EVENT PRODUCT" : "all but names of the tables");
    return said;
  }

  private List<Span> recognised(Document document, List<TextRange> open) {
    List<Sentence> sentences = new ArrayList<>();
    for (TextRange r : open) sentences.addAll(recogniser.read(document.text(), r.start(), r.end()));
    return rules.apply(new Article(document.text(), sentences, document.located()));
  }

  /** The text with line breaks in place of what is skipped, so that offsets stay. */
  private static String searched(String text, List<TextRange> open) {
    char[] searched = new char[text.length()];
    Arrays.fill(searched, '\n');
    for (TextRange r : open) text.getChars(r.start(), r.end(), searched, r.start());
    return new String(searched);
  }

  private static String primary(String language) {
    int dash = language.indexOf('-');
    return (dash < 0 ? language : language.substring(0, dash)).toLowerCase(java.util.Locale.ROOT);
  }

  /** What is left of the text between the skipped stretches. */
  private static List<TextRange> open(Document document) {
    List<TextRange> open = new ArrayList<>();
    int at = 0;
    int length = document.text().length();
    List<TextRange> skip = new ArrayList<>(document.skip());
    skip.sort(Comparator.comparingInt(TextRange::start));
    for (TextRange s : skip) {
      if (s.start() > at) open.add(new TextRange(at, Math.min(s.start(), length)));
      at = Math.max(at, Math.min(s.end(), length));
    }
    if (at < length) open.add(new TextRange(at, length));
    return open;
  }
}
