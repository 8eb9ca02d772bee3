package io.wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsItem;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ItemEnricherTest {
  private static ItemEnricher enricher;

  /** Finds the first letter of every text, so that entities take part without the recogniser. */
  private static final class FirstLetter implements EntitySource {
    @Override
    public List<Entity> find(NewsItem item, String language) {
      return item.getText().isEmpty()
          ? List.of()
          : List.of(
              Entity.newBuilder()
                  .setType(EntityType.OTHER)
                  .setName("first")
                  .setUri("urn:test:" + language)
                  .setMentions(List.of(new Mention(0, 1)))
                  .build());
    }

    @Override
    public Map<String, String> versions(String language) {
      return Map.of("entities", "first-letter-1");
    }
  }

  @BeforeContainer
  static void load() {
    enricher = ItemEnricher.load(EnrichModels.STANDARD, FirstLetter::new);
  }

  @AfterContainer
  static void close() {
    enricher.close();
  }

  @Example
  void understandsAnItem() {
    NewsItem item =
        new NewsItems.Body()
            .add(BlockType.PARAGRAPH, NewsItems.FOOTBALL)
            .add(BlockType.CROSSHEAD, "Injury worries")
            .add(BlockType.PARAGRAPH, "The goalkeeper will miss the match.")
            .item()
            .setLanguage("en-GB")
            .build();

    Enrichment understood = enricher.enrich(item).getEnrichment();

    assertThat(understood.getLanguage()).isEqualTo("en");
    assertThat(understood.getLanguageContradictsWire()).isFalse();
    assertThat(understood.getSections().get(0).getSection()).isEqualTo("sport");
    assertThat(understood.getBodySections()).hasSize(2);
    assertThat(understood.getEntities()).extracting(Entity::getUri).containsExactly("urn:test:en");
    assertThat(understood.getModels())
        .containsOnlyKeys("language", "body-sections", "sections", "section-codes", "entities");
  }

  @Property(tries = 60)
  void enrichingTwiceEqualsOnce(@ForAll("items") NewsItem item) {
    NewsItem once = enricher.enrich(item);

    assertThat(enricher.enrich(once)).isEqualTo(once);
    assertThat(enricher.enrich(item)).isEqualTo(once);
  }

  @Property(tries = 60)
  void changesNothingButTheEnrichment(@ForAll("items") NewsItem item) {
    NewsItem before = NewsItem.newBuilder(item).build();

    NewsItem enriched = enricher.enrich(item);

    assertThat(item).isEqualTo(before);
    enriched.setEnrichment(null);
    before.setEnrichment(null);
    assertThat(enriched).isEqualTo(before);
  }

  @Example
  void takesTextsOfAnySize() {
    NewsItem large = NewsItems.of("", "Rain, wind and snow. ".repeat(50_000)).build();

    assertThat(enricher.enrich(large).getEnrichment().getLanguage()).isEqualTo("en");
    assertThat(enricher.enrich(NewsItems.of("", "").build()).getEnrichment().getLanguage())
        .isEqualTo("und");
  }

  @Example
  void saysWhyItsModelsCannotBeLoaded() {
    assertThatThrownBy(
            () ->
                ItemEnricher.load(
                    EnrichModels.STANDARD,
                    () -> {
                      throw new IllegalArgumentException("no name models");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no name models");
  }

  @Example
  void takesAnItemThatIsSiteFurnitureOnly() {
    NewsItem item = new NewsItems.Body().add(BlockType.BOILERPLATE, "Leave a Reply").item().build();

    Enrichment understood = enricher.enrich(item).getEnrichment();

    assertThat(understood.getLanguage()).isEqualTo("und");
    assertThat(understood.getSections()).isEmpty();
    assertThat(understood.getBodySections()).isEmpty();
  }

  @Provide
  Arbitrary<NewsItem> items() {
    Arbitrary<String> words =
        Arbitraries.of(
                "goal",
                "Bank",
                "Präsident",
                "election",
                "東京",
                "\ud83d",
                "\u0000",
                "2–1",
                "\n\n",
                "العربية")
            .list()
            .ofMaxSize(60)
            .map(list -> String.join(" ", list));
    Arbitrary<String> texts =
        Arbitraries.oneOf(words, Arbitraries.strings().all().ofMaxLength(300));
    Arbitrary<Block> blocks =
        Combinators.combine(
                Arbitraries.of(BlockType.class),
                Arbitraries.integers().between(-5, 400),
                Arbitraries.integers().between(0, 200))
            .as((type, start, length) -> new Block(type, start, start + length, null));
    Arbitrary<String> tags = Arbitraries.of("en", "de-DE", "no", "xx", "", "und").injectNull(0.3);
    return Combinators.combine(texts, texts, blocks.list().ofMaxSize(8), tags)
        .as(
            (headline, text, list, tag) ->
                NewsItems.of(headline, text).setBlocks(list).setLanguage(tag).build());
  }
}
