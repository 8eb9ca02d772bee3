package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wiredesk desk}: the desks that run, and what a query would find. */
@Command(
    name = "desk",
    description = "The desks that run (list), and what a query would have found (try).",
    mixinStandardHelpOptions = true,
    subcommands = {DeskCommands.ListDesks.class, DeskTry.class})
public final class DeskCommands implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    command.commandLine().usage(command.commandLine().getErr());
    return command.commandLine().getCommandSpec().exitCodeOnInvalidInput();
  }

  /** {@code wiredesk desk list}. */
  @Command(
      name = "list",
      description =
          "The desks that the publish service runs, with how it reads their queries, and what is wrong"
              + " with their file.",
      mixinStandardHelpOptions = true)
  public static final class ListDesks implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec @Nullable CommandSpec spec;

    @Option(
        names = "--url",
        defaultValue = "${env:WIREDESK_PUBLISH_URL:-http://127.0.0.1:8080}",
        paramLabel = "U",
        description = "Publish service (default: ${DEFAULT-VALUE}).")
    String url = "";

    /** 0 where all desks of the file run, 1 where one does not or the file has a fault. */
    @Override
    public Integer call() throws InterruptedException {
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

    private JsonNode fetch() throws InterruptedException {
      try {
        HttpResponse<String> response =
            HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .build()
                .send(
                    HttpRequest.newBuilder(URI.create(url + "/desks"))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                    BodyHandlers.ofString());
        if (response.statusCode() != 200) {
          throw new CommandFailure(
              url + "/desks answers " + response.statusCode() + ": " + Plain.line(response.body()));
        }
        return JSON.readTree(response.body());
      } catch (JsonProcessingException e) {
        throw new CommandFailure("What answers at " + url + " is no publish service.");
      } catch (IOException e) {
        throw new CommandFailure(
            "Nothing answers at "
                + url
                + " ("
                + e
                + "): start `wiredesk up`, or name the publish service with --url.");
      } catch (IllegalArgumentException e) {
        throw new CommandFailure("Not the URL of a service: " + url);
      }
    }
  }
}
