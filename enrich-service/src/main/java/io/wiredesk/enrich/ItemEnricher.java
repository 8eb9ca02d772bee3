package io.wiredesk.enrich;

import io.wiredesk.enrich.entity.EntityFinder;
import io.wiredesk.enrich.language.LanguageFinder;
import io.wiredesk.enrich.section.SectionFinder;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.TrustedClasses;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Understands an item: language, body sections, newsroom sections, entities. Takes any item,
 * whatever its text; never changes anything but {@code enrichment}, which is made anew, so that
 * twice equals once. Pure and safe to share between threads. Close it when the last call has
 * returned: models hold memory outside the heap.
 */
public final class ItemEnricher implements AutoCloseable {
  private final Enricher enrichers;
  private final List<AutoCloseable> owned;

  /**
   * Composes what was loaded elsewhere.
   *
   * @param owned closed with this
   */
  public ItemEnricher(Enricher enrichers, List<AutoCloseable> owned) {
    this.enrichers = enrichers;
    this.owned = List.copyOf(owned);
  }

  /** Loads all models side by side; returns when the last is there. */
  public static ItemEnricher load(EnrichModels models) {
    return load(models, () -> new StoryEntities(EntityFinder.load(models.entities())));
  }

  /**
   * The same with other entities.
   *
   * @param entities loads or makes the source of entities
   * @throws IllegalStateException when a model is missing or cannot run here
   */
  public static ItemEnricher load(EnrichModels models, Supplier<EntitySource> entities) {
    TrustedClasses.trust();
    ExecutorService loaders = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<EntitySource> source = CompletableFuture.supplyAsync(entities, loaders);
      CompletableFuture<LanguageFinder> language =
          CompletableFuture.supplyAsync(LanguageFinder::load, loaders);
      return compose(
          SectionFinder.load(models.sectionThreads(), models.sectionTokens()), language, source);
    } finally {
      loaders.shutdown();
    }
  }

  private static ItemEnricher compose(
      SectionFinder sections,
      CompletableFuture<LanguageFinder> language,
      CompletableFuture<EntitySource> source) {
    try {
      return new ItemEnricher(
          Enrichers.language(language.join())
              .then(Enrichers.bodySections())
              .then(Enrichers.sections(sections))
              .then(Enrichers.entities(source.join())),
          List.of(sections));
    } catch (CompletionException e) {
      sections.close();
      throw new IllegalStateException("models cannot be loaded", e.getCause());
    }
  }

  /** A copy of the item with its enrichment. */
  public NewsItem enrich(NewsItem item) {
    Enrichment nothing = Enrichment.newBuilder().setLanguage(LanguageFinder.UNDECIDED).build();
    Enrichment understood = enrichers.enrich(item, nothing);
    return NewsItem.newBuilder(item).setEnrichment(understood).build();
  }

  @Override
  public void close() {
    for (AutoCloseable model : owned) {
      try {
        model.close();
      } catch (Exception e) {
        throw new IllegalStateException("model cannot be closed", e);
      }
    }
  }
}
