package io.wiredesk.enrich;

import io.wiredesk.runtime.CommonSettings;
import io.wiredesk.runtime.Settings;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * Settings of the enrich service. Immutable.
 *
 * @param models where the models are and how they run
 */
public record EnrichSettings(EnrichModels models) {

  /** Prefix of the service's names. */
  public static final String SERVICE = "enrich";

  /** Most of an item's time is spent here. */
  private static final int ONE_A_CORE = 0;

  private static final String MODELS_DIR = "enrich.models.dir";
  private static final String SECTION_THREADS = "enrich.section.threads";
  private static final String SECTION_TOKENS = "enrich.section.tokens";

  /** Everything the service knows, with units and ranges. */
  public static ConfigDef definition() {
    return CommonSettings.define(SERVICE, 8083, ONE_A_CORE)
        .define(
            MODELS_DIR,
            Type.STRING,
            "",
            Importance.LOW,
            "Directory of the packed name models; empty: beside the program, else packed at the first start.")
        .define(
            SECTION_THREADS,
            Type.INT,
            EnrichModels.STANDARD.sectionThreads(),
            Range.between(1, 16),
            Importance.LOW,
            "Threads that the sentence model may use for one item.")
        .define(
            SECTION_TOKENS,
            Type.INT,
            EnrichModels.STANDARD.sectionTokens(),
            Range.between(8, 512),
            Importance.LOW,
            "Word pieces of headline and beginning that the section model reads; the time of an item grows with them.");
  }

  /** The service's own part of checked settings. */
  public static EnrichSettings of(Settings settings) {
    String directory = settings.string(MODELS_DIR);
    return new EnrichSettings(
        new EnrichModels(
            directory.isBlank() ? null : Path.of(directory),
            settings.integer(SECTION_THREADS),
            settings.integer(SECTION_TOKENS)));
  }
}
