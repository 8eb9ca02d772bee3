package io.wiredesk.cli.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.ServiceCall;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tool.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wiredesk desk}: the desks that run, and what a query would find. */
@Command(
    name = "desk",
    description = "The desks that run (list), and what a query would have found (try).",
    mixinStandardHelpOptions = true,
    subcommands = {DeskCommands.ListDesks.class, DeskTry.class})
public final class DeskCommands {

  /** {@code wiredesk desk list}. */
  @Command(
      name = "list",
      description =
          "The desks that the publish service runs, with how it reads their queries, and what is"
              + " wrong with their file.",
      mixinStandardHelpOptions = true)
  public static final class ListDesks implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec @Nullable CommandSpec spec;

    @Option(
        names = "--url",
        paramLabel = "U",
        converter = Wanted.Url.class,
        description = "Publish service (default: $WIREDESK_PUBLISH_URL, else the node's).")
    @Nullable String url;

    @Mixin NodeAddress node = new NodeAddress();

    /** 0 where all desks of the file run, 1 where one does not or the file has a fault. */
    @Override
    public Integer call() {
      JsonNode answer = fetch();
      var command = java.util.Objects.requireNonNull(spec).commandLine();
      for (JsonNode desk : answer.path("desks")) {
        command.getOut().println(line(desk));
      }
      List<String> errors = new ArrayList<>();
      answer.path("errors").forEach(error -> errors.add(error.asText()));
      answer.path("desks").findValuesAsText("error").forEach(errors::add);
      errors.forEach(error -> command.getErr().println("desks' file: " + Plain.line(error)));
      return errors.isEmpty() ? 0 : 1;
    }

    private static String line(JsonNode desk) {
      List<String> queries = new ArrayList<>();
      JsonNode asRead = desk.has("readAs") ? desk.path("readAs") : desk.path("queries");
      asRead.forEach(query -> queries.add(query.asText()));
      return Plain.line(
          "%-20s %-17s %6d items  %s  [%s]"
              .formatted(
                  desk.path("name").asText(),
                  desk.path("state").asText(),
                  desk.path("items").asLong(),
                  desk.path("title").asText(),
                  String.join(" | ", queries)));
    }

    private JsonNode fetch() {
      String service = node.publish(url);
      try {
        return JSON.readTree(new ServiceCall(service).get("/desks", false));
      } catch (JsonProcessingException e) {
        throw new CommandFailure("What answers at " + service + " is no publish service.");
      }
    }
  }
}
