package io.wiredesk.cli.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.tool.WireFiles;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireParsers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wiredesk parse}: what wire files say, one line of JSON a file, in the order given. Needs
 * no Kafka.
 */
@Command(
    name = "parse",
    description = {
      "Read wire files without Kafka: one line of JSON a file, in the order given.",
      "{\"file\", \"format\", \"items\": [ninjs 3.1 …], \"extras\": [what ninjs has no place for"
          + " …], \"rejected\"}"
    },
    mixinStandardHelpOptions = true)
public final class ParseCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WireParsers DETECTION = AllFormats.parsers();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Wire files, any format.")
  List<Path> files = List.of();

  @Option(
      names = "--explain",
      description =
          "Say why the format was chosen and where each value came from: element, key or line, else"
              + " the rule.")
  boolean explain;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    WireFiles reader = new WireFiles();
    Explanation explanation = new Explanation(Objects.requireNonNull(spec).commandLine().getOut());
    int refused = 0;
    for (Path file : files) {
      WireReader.Result result = reader.read(file);
      if (explain) {
        byte[] bytes = reader.input(file).bytes();
        explanation.print(file, bytes, DETECTION.detect(bytes), result);
      } else {
        System.out.println(JSON.writeValueAsString(line(file, result)));
      }
      refused += result instanceof WireReader.Result.Refused ? 1 : 0;
    }
    return refused == 0 ? 0 : 1;
  }

  private static Map<String, @Nullable Object> line(Path file, WireReader.Result result) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    List<Object> items = new ArrayList<>();
    List<Object> extras = new ArrayList<>();
    Map<String, String> rejected = null;
    if (result instanceof WireReader.Result.Read read) {
      line.put("format", read.format().id());
      for (NewsItem item : read.items()) {
        items.add(NinjsView.editorial(item));
        extras.add(NinjsView.editorialExtras(item));
      }
    } else if (result instanceof WireReader.Result.Refused refused) {
      Parsed.Rejected rejection = refused.rejection();
      line.put("format", rejection.format() == null ? null : rejection.format().id());
      rejected = Map.of("reason", rejection.reason().name(), "message", rejection.message());
    }
    line.put("items", items);
    line.put("extras", extras);
    line.put("rejected", rejected);
    return line;
  }
}
