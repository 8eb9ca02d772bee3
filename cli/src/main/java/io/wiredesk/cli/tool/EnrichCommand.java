package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.enrich.EnrichModels;
import io.wiredesk.enrich.ItemEnricher;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.wire.WireReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code wiredesk enrich}: what Wiredesk understands of wire files, or of JSON lines on standard
 * input. Needs no Kafka.
 */
@Command(
    name = "enrich",
    description = {
      "Enrich wire files without Kafka: each item's ninjs 3.1 and what ninjs has no place for, as"
          + " indented JSON.",
      "With --jsonl: one {\"id\", \"headline\"?, \"text\", \"language\"?} a line on standard input,"
          + " one",
      "{\"id\", \"language\", \"entities\", \"sections\"} a line on standard output, in the same"
          + " order."
    },
    mixinStandardHelpOptions = true)
public final class EnrichCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Wire files, any format.")
  List<Path> files = List.of();

  @Option(names = "--jsonl", description = "Read JSON lines from standard input.")
  boolean jsonLines;

  @Override
  public Integer call() throws IOException {
    if (jsonLines == !files.isEmpty()) {
      throw new CommandFailure("Name wire files, or give --jsonl and documents on standard input.");
    }
    files.forEach(Wanted::file); // loading the models takes seconds
    try (ItemEnricher enricher = ItemEnricher.load(EnrichModels.STANDARD)) {
      return jsonLines ? lines(enricher) : files(enricher);
    }
  }

  private static int lines(ItemEnricher enricher) throws IOException {
    try (BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        OrderedWork work = new OrderedWork(Runtime.getRuntime().availableProcessors())) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String document = line;
        long at = ++number;
        if (!document.isBlank()) {
          work.submit(() -> JsonDocuments.enriched(enricher, document, at));
        }
      }
    }
    return 0;
  }

  private int files(ItemEnricher enricher) throws JsonProcessingException {
    WireFiles reader = new WireFiles();
    int refused = 0;
    for (Path file : files) {
      WireReader.Result result = reader.read(file);
      if (result instanceof WireReader.Result.Read read) {
        for (NewsItem item : read.items()) {
          System.out.println(
              JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(view(file, enricher.enrich(item))));
        }
      } else if (result instanceof WireReader.Result.Refused refusal) {
        System.err.println(
            file + ": " + refusal.rejection().reason() + ": " + refusal.rejection().message());
        refused++;
      }
    }
    return refused == 0 ? 0 : 1;
  }

  private static Map<String, @Nullable Object> view(Path file, NewsItem item) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("file", file.toString());
    view.put("item", NinjsView.editorial(item));
    view.put("extras", NinjsView.editorialExtras(item));
    return view;
  }
}
