package io.wiredesk.enrich.section;

import io.wiredesk.enrich.body.StoryText;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the newsroom sections of an item: first those that the agency coded (WIRE), then what the
 * model infers from English copy (MODEL), which is not asked where the telling words bear the codes
 * out. Best first, three at most, no section twice; empty is an abstention. Needs the language
 * found before. Safe to share between threads; whoever loaded it closes it.
 */
public final class SectionFinder implements AutoCloseable {
  /** Beside a code of the agency the model speaks only when it is this sure. */
  static final double SURE = 0.6;

  /** The only language that the model knows. */
  private static final String ENGLISH = "en";

  private final WireCodes codes;
  private final SectionModel model;

  private SectionFinder(WireCodes codes, SectionModel model) {
    this.codes = codes;
    this.model = model;
  }

  /**
   * Loads tables and model from the class path, in about a second.
   *
   * @param threads threads that one item may use, 1 or more
   * @param tokens word pieces of headline and beginning that the sentence model reads, 8–512; 48
   *     makes more than a hundred items a second on one core
   */
  public static SectionFinder load(int threads, int tokens) {
    MediaTopics topics = MediaTopics.load();
    return new SectionFinder(new WireCodes(topics), SectionModel.load(topics, threads, tokens));
  }

  /** Name and version of what takes part, for {@code Enrichment.models}. */
  public Map<String, String> versions() {
    return Map.of("sections", SectionModel.VERSION, "section-codes", WireCodes.VERSION);
  }

  /**
   * Sections of the item.
   *
   * @param language primary tag of the language of its text; the model is silent unless it is
   *     English
   */
  public List<NewsSection> find(NewsItem item, String language) {
    List<NewsSection> sections = new ArrayList<>(codes.sections(item));
    if (!language.equals(ENGLISH)) {
      return sections;
    }
    String text = StoryText.of(item).withHeadline();
    if (!isComplete(sections, text)) {
      addInferred(sections, text);
    }
    return model.withTrade(sections, text);
  }

  private void addInferred(List<NewsSection> sections, String text) {
    boolean coded = !sections.isEmpty();
    for (NewsSection inferred : model.infer(text)) {
      boolean wanted = !coded || inferred.getConfidence() >= SURE;
      if (wanted && sections.size() < SectionModel.MOST && isNew(inferred, sections)) {
        sections.add(inferred);
      }
    }
  }

  /** True where the codes leave the model nothing to add. */
  private boolean isComplete(List<NewsSection> coded, String text) {
    Set<String> said = coded.stream().map(NewsSection::getSection).collect(Collectors.toSet());
    return said.size() >= SectionModel.MOST || (!said.isEmpty() && model.bearsOut(said, text));
  }

  private static boolean isNew(NewsSection inferred, List<NewsSection> sections) {
    return sections.stream().noneMatch(s -> s.getSection().equals(inferred.getSection()));
  }

  @Override
  public void close() {
    model.close();
  }
}
