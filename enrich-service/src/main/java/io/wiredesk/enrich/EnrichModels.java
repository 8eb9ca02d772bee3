package io.wiredesk.enrich;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the models are and how they run. Immutable.
 *
 * @param entities directory of the packed name models; null: where they are found by themselves
 * @param sectionThreads threads that the sentence model may use for one item, 1–16
 * @param sectionTokens word pieces of headline and beginning that it reads, 8–512
 */
public record EnrichModels(@Nullable Path entities, int sectionThreads, int sectionTokens) {
  /**
   * One thread an item, 48 word pieces (headline and first sentence), more than a hundred items a
   * second on a core.
   */
  public static final EnrichModels STANDARD = new EnrichModels(null, 1, 48);

  public EnrichModels {
    if (sectionThreads < 1 || sectionThreads > 16) {
      throw new IllegalArgumentException("sectionThreads 1–16: " + sectionThreads);
    }
    if (sectionTokens < 8 || sectionTokens > 512) {
      throw new IllegalArgumentException("sectionTokens 8–512: " + sectionTokens);
    }
  }
}
