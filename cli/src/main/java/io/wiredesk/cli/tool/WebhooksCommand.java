package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.ServiceCall;
import io.wiredesk.cli.option.Wanted;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiredesk webhooks}: how the webhooks are, and what an operator does about them. */
@Command(
    name = "webhooks",
    description = "List the webhooks, test one, resume one that is paused, send again.",
    mixinStandardHelpOptions = true,
    subcommands = {
      WebhooksCommand.Listing.class,
      WebhooksCommand.Test.class,
      WebhooksCommand.Resume.class,
      WebhooksCommand.Replay.class
    })
public final class WebhooksCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "PUBLISH_ORDERS_KEY";

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("What about the webhooks? list, test, resume or replay.");
    return 2;
  }

  /** Where the publish service is. */
  static final class Address {
    @Option(
        names = "--url",
        paramLabel = "U",
        converter = Wanted.Url.class,
        description = {
          "Publish service (default: $WIREDESK_PUBLISH_URL, else the node's).",
          "Its key for orders, where it asks for one, is read from the variable "
              + "PUBLISH_ORDERS_KEY."
        })
    @Nullable String url;

    @Mixin NodeAddress node = new NodeAddress();

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    PrintWriter out() {
      return Objects.requireNonNull(spec).commandLine().getOut();
    }

    ServiceCall service() {
      return new ServiceCall(node.publish(url));
    }

    /** The answer to a POST; what is refused is a sentence. */
    JsonNode post(String path) {
      ServiceCall service = service();
      HttpRequest.Builder request =
          service
              .request(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{}"));
      String key = System.getenv(KEY);
      if (key != null && !key.isBlank()) {
        request.header("Authorization", "Bearer " + key.strip());
      }
      HttpResponse<String> response = service.send(request.build());
      JsonNode answer = read(response.body());
      if (response.statusCode() >= 300) {
        throw CommandFailure.refused(Plain.line(answer.path("error").asText(response.body())));
      }
      return answer;
    }
  }

  /** {@code wiredesk webhooks list}. */
  @Command(
      name = "list",
      description = "Each webhook with state, counts since the service started, and trouble.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin Address address = new Address();

    @Option(names = "--json", description = "As the service says it.")
    boolean json;

    @Override
    public Integer call() {
      String body = address.service().get("/webhooks", false);
      PrintWriter out = address.out();
      if (json) {
        out.println(body);
        return 0;
      }
      JsonNode answer = read(body);
      String row = "%-24s %-9s %9s %8s  %s%n";
      out.printf(row, "WEBHOOK", "STATE", "DELIVERED", "GIVEN UP", "URL");
      for (JsonNode hook : answer.path("webhooks")) {
        out.printf(
            row,
            hook.path("name").asText(),
            hook.path("state").asText(),
            hook.path("delivered").asText(),
            hook.path("givenUp").asText(),
            Plain.line(hook.path("url").asText()));
        if (hook.hasNonNull("trouble")) {
          out.println("    " + Plain.line(hook.path("trouble").asText()));
        }
      }
      answer
          .path("errors")
          .forEach(error -> out.println("subscriptions.yml: " + Plain.line(error.asText())));
      return 0;
    }
  }

  /** {@code wiredesk webhooks test NAME}. */
  @Command(
      name = "test",
      description = "Call the subscriber once with a test message, and say what it answers.",
      mixinStandardHelpOptions = true)
  static final class Test implements Callable<Integer> {
    @Mixin Address address = new Address();

    @Parameters(paramLabel = "NAME", description = "Name in subscriptions.yml.")
    String name = "";

    @Override
    public Integer call() {
      JsonNode answer = address.post("/webhooks/" + name + "/test");
      boolean success = answer.path("success").asBoolean();
      address
          .out()
          .println(
              (success ? "It takes calls: " : "It does not take the call: ")
                  + Plain.line(answer.path("answer").asText()));
      return success ? 0 : 1;
    }
  }

  /** {@code wiredesk webhooks resume NAME}. */
  @Command(
      name = "resume",
      description = "Go on at once after a pause or while a retry is waited for.",
      mixinStandardHelpOptions = true)
  static final class Resume implements Callable<Integer> {
    @Mixin Address address = new Address();

    @Parameters(paramLabel = "NAME", description = "Name in subscriptions.yml.")
    String name = "";

    @Override
    public Integer call() {
      address.post("/webhooks/" + name + "/resume");
      address.out().println(name + " goes on.");
      return 0;
    }
  }

  /** {@code wiredesk webhooks replay NAME --since TIME}. */
  @Command(
      name = "replay",
      description = {
        "Send again what became public since then, under the same ids.",
        "What was taken back meanwhile is told first and its copy not sent."
      },
      mixinStandardHelpOptions = true)
  static final class Replay implements Callable<Integer> {
    @Mixin Address address = new Address();

    @Parameters(paramLabel = "NAME", description = "Name in subscriptions.yml.")
    String name = "";

    @Option(
        names = "--since",
        required = true,
        paramLabel = "TIME",
        description = "A day, an instant with its zone, or a time ago (30m, 12h, 7d).")
    String since = "";

    @Override
    public Integer call() {
      Instant from = Since.parse(since, Instant.now());
      address.post("/webhooks/" + name + "/replay?since=" + from);
      address.out().println(name + " gets again what became public since " + from + ".");
      return 0;
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("That is no answer of a publish service: " + Plain.line(body));
    }
  }
}
