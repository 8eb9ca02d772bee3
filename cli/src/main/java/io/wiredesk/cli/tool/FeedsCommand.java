package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.ServiceCall;
import io.wiredesk.cli.option.Wanted;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wiredesk feeds}: every feed with its state and its account since the service started. */
@Command(
    name = "feeds",
    description = {
      "List the feeds with state, last item, counts and last error.",
      "received + further = items + joined + duplicates + dead letters + waiting."
    },
    mixinStandardHelpOptions = true)
public final class FeedsCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROW = "%-20s %-7s %-8s %-20s %9s %8s %9s %7s %6s %8s %8s%n";

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = Wanted.Url.class,
      description = "Ingest service (default: $WIREDESK_INGEST_URL, else the node's).")
  @Nullable String url;

  @Mixin NodeAddress node = new NodeAddress();

  @Option(names = "--json", description = "As the service says it.")
  boolean json;

  @Override
  public Integer call() {
    String body = new ServiceCall(node.ingest(url)).get("/feeds", false);
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(body);
    } else {
      print(read(body), out);
    }
    out.flush();
    return 0;
  }

  private static void print(JsonNode answer, PrintWriter out) {
    out.printf(
        ROW,
        "FEED",
        "KIND",
        "STATE",
        "LAST ITEM",
        "RECEIVED",
        "FURTHER",
        "ITEMS",
        "JOINED",
        "DUPL",
        "LETTERS",
        "WAITING");
    for (JsonNode feed : answer.path("feeds")) {
      out.printf(
          ROW,
          text(feed, "name"),
          text(feed, "kind"),
          text(feed, "state"),
          text(feed, "lastItemAt").replaceAll("\\.\\d+Z$", "Z"),
          text(feed, "received"),
          text(feed, "further"),
          text(feed, "items"),
          text(feed, "joined"),
          text(feed, "duplicates"),
          text(feed, "deadLetters"),
          text(feed, "waiting"));
      note(feed, "refused", "in feeds.yml", out);
      if (!feed.path("state").asText().equals("refused")) {
        note(feed, "lastError", text(feed, "lastErrorAt"), out);
      }
    }
    out.println("Counts are those since " + text(answer, "since") + ".");
  }

  private static void note(JsonNode feed, String field, String where, PrintWriter out) {
    if (feed.hasNonNull(field)) {
      out.println("    " + where + ": " + text(feed, field));
    }
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.isEmpty() ? "-" : Plain.line(text);
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("That is no answer of an ingest service: " + Plain.line(body));
    }
  }
}
