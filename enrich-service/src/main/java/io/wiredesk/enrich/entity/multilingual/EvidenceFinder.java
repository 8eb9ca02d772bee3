package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.rules.KnownNames;
import io.wiredesk.enrich.entity.rules.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds people, organisations and places in ten languages by evidence alone, without a trained
 * model. What nothing speaks for is left out: in German, where every noun has a capital, more than
 * elsewhere. Products and events are not recognised. Same text, same names. Safe to share between
 * threads.
 */
public final class EvidenceFinder {
  /** Recorded in {@code Enrichment.models}; goes up with every change of rules or word lists. */
  public static final String VERSION = "evidence-1";

  /** Primary tags of the languages that have a folder of words. Nynorsk is read as Bokmål. */
  public static final Set<String> LANGUAGES =
      Set.of("de", "fr", "es", "pt", "it", "nl", "da", "nb", "sv", "pl");

  private static final Map<String, String> SAME = Map.of("no", "nb", "nn", "nb");

  private final Map<String, Language> languages = new TreeMap<>();
  private final List<Step> steps;

  private EvidenceFinder(Gazetteer gazetteer) {
    for (String tag : LANGUAGES) languages.put(tag, Language.load(tag));
    PersonNames names = PersonNames.load();
    KnownPlaces places = new KnownPlaces(gazetteer);
    steps =
        List.of(
            new ByTables(new KnownNames(gazetteer)),
            new Organisations(places),
            new Persons(names, places),
            new Places(places),
            new Unmarked(gazetteer, names, places),
            new WholeText(places));
  }

  /** Reads the word lists of all languages, in some tens of milliseconds. */
  public static EvidenceFinder load(Gazetteer gazetteer) {
    return new EvidenceFinder(gazetteer);
  }

  /** True for a language with a folder of words (primary tag). */
  public boolean serves(String language) {
    return LANGUAGES.contains(SAME.getOrDefault(language, language));
  }

  /** The name of the tables for a place that the language calls otherwise, else null. */
  public @Nullable String common(String name, String language) {
    Language spoken = languages.get(SAME.getOrDefault(language, language));
    return spoken == null ? null : spoken.commonName(name);
  }

  /**
   * The names of the text, in text order, never overlapping.
   *
   * @param language primary tag of a language that is served
   */
  public List<Span> find(String text, String language) {
    Language spoken = languages.get(SAME.getOrDefault(language, language));
    if (spoken == null) throw new IllegalArgumentException("not served: " + language);
    Copy copy = new Copy(text, spoken);
    Marks marks = new Marks(copy);
    for (Step step : steps) step.mark(copy, marks);
    return marks.spans();
  }
}
