package io.wiredesk.enrich;

import io.wiredesk.enrich.body.BodySections;
import io.wiredesk.enrich.body.StoryText;
import io.wiredesk.enrich.language.LanguageFinder;
import io.wiredesk.enrich.section.SectionFinder;
import io.wiredesk.schemas.Enrichment;
import java.util.Map;
import java.util.TreeMap;

/** The enrichers. Language comes first: the others go by it. Stateless. */
public final class Enrichers {
  private Enrichers() {}

  /** The language of story and headline, checked against the wire's tag. */
  public static Enricher language(LanguageFinder finder) {
    return (item, soFar) -> {
      LanguageFinder.Verdict verdict =
          finder.find(StoryText.of(item).withHeadline(), item.getLanguage());
      return Enrichment.newBuilder(soFar)
          .setLanguage(verdict.language())
          .setLanguageContradictsWire(verdict.contradictsWire())
          .setModels(with(soFar, Map.of("language", LanguageFinder.VERSION)))
          .build();
    };
  }

  /** The parts of the body by crosshead. */
  public static Enricher bodySections() {
    return (item, soFar) ->
        Enrichment.newBuilder(soFar)
            .setBodySections(BodySections.of(item))
            .setModels(with(soFar, Map.of("body-sections", BodySections.VERSION)))
            .build();
  }

  /** Newsroom sections. */
  public static Enricher sections(SectionFinder finder) {
    return (item, soFar) ->
        Enrichment.newBuilder(soFar)
            .setSections(finder.find(item, soFar.getLanguage()))
            .setModels(with(soFar, finder.versions()))
            .build();
  }

  /** Entities. */
  public static Enricher entities(EntitySource source) {
    return (item, soFar) ->
        Enrichment.newBuilder(soFar)
            .setEntities(source.find(item, soFar.getLanguage()))
            .setModels(with(soFar, source.versions(soFar.getLanguage())))
            .build();
  }

  private static Map<String, String> with(Enrichment soFar, Map<String, String> versions) {
    Map<String, String> models = new TreeMap<>(soFar.getModels());
    models.putAll(versions);
    return models;
  }
}
