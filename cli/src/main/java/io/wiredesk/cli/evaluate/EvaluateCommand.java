package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tool.JsonDocuments;
import io.wiredesk.enrich.EnrichModels;
import io.wiredesk.enrich.ItemEnricher;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wiredesk evaluate}: figures on labelled copy. Needs no Kafka. */
@Command(
    name = "evaluate",
    description = {
      "How well enrichment does on labelled copy: precision, recall and F1, the commonest errors,"
          + " what is taken for what.",
      "FILE has one JSON object a line: \"text\", \"headline\"?, \"language\"?, and \"spans\","
          + " \"links\" or",
      "\"sections\"; docs/enrichment.md has the shape."
    },
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is measured. */
  enum Kind {
    entities,
    links,
    sections
  }

  @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  Kind kind;

  @Parameters(index = "1", paramLabel = "FILE", description = "Labelled copy, JSON lines.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  Path file;

  @Override
  public Integer call() throws IOException {
    Path labelled = Wanted.file(file); // loading the models takes seconds
    Evaluation evaluation = of(kind);
    try (ItemEnricher enricher = ItemEnricher.load(EnrichModels.STANDARD);
        BufferedReader in = Files.newBufferedReader(labelled)) {
      read(in, enricher, evaluation);
    }
    evaluation.score().lines().forEach(System.out::println);
    return 0;
  }

  private static Evaluation of(Kind kind) {
    return switch (kind) {
      case entities -> new EntityEvaluation();
      case links -> new LinkEvaluation();
      case sections -> new SectionEvaluation();
    };
  }

  private static void read(BufferedReader in, ItemEnricher enricher, Evaluation evaluation)
      throws IOException {
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) continue;
      try {
        JsonNode document = JSON.readTree(line);
        if (!document.path("text").isTextual())
          throw new IllegalArgumentException("there is no \"text\"");
        evaluation.add(
            document,
            Objects.requireNonNull(
                enricher.enrich(JsonDocuments.item(document)).getEnrichment(), "enriched"));
      } catch (JsonProcessingException e) {
        throw new CommandFailure("Line " + number + " is no JSON: " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        throw new CommandFailure("Line " + number + ": " + e.getMessage() + ".");
      }
    }
  }
}
