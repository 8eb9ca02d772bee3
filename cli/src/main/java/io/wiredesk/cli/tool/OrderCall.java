package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.ServiceCall;
import io.wiredesk.cli.option.Wanted;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What every order says, and its way to the publish service. The key, where the service asks for
 * one, comes from the environment, so that no list of processes shows it. One thread.
 */
public final class OrderCall {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "PUBLISH_ORDERS_KEY";
  private static final int TRIES = 3;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "URI", description = "The item's uri.")
  String uri = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, one sentence; subscribers see it.")
  String reason = "";

  private boolean withoutHeadline;
  private @Nullable String resolves;

  @Option(
      names = "--by",
      defaultValue = "${sys:user.name}",
      paramLabel = "NAME",
      description = "Who orders it; subscribers see it (default: ${DEFAULT-VALUE}).")
  String by = "";

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = Wanted.Url.class,
      description = {
        "Publish service (default: $WIREDESK_PUBLISH_URL, else the node's).",
        "Its key for orders, where it asks for one, is read from the variable PUBLISH_ORDERS_KEY."
      })
  @Nullable String url;

  /** Has those who are told not told the headline once more. */
  public void withoutHeadline(boolean without) {
    withoutHeadline = without;
  }

  /** Uri of the unresolved kill that the orders from now on settle. */
  public void resolves(String kill) {
    resolves = kill;
  }

  /** The item that the command is about. */
  public String uri() {
    return uri;
  }

  /** The same upon another item. */
  public int sendUpon(NodeAddress node, String other, String action) throws InterruptedException {
    String own = uri;
    uri = other;
    try {
      return send(node, action, null);
    } finally {
      uri = own;
    }
  }

  /**
   * Sends the order and says where it lies on the log.
   *
   * @param until end of an embargo as it was typed; the service checks it
   * @return 0 when it is on the log, 1 when it was refused
   * @throws CommandFailure when the service cannot be reached or refuses the order
   */
  public int send(NodeAddress node, String action, @Nullable String until)
      throws InterruptedException {
    ServiceCall service = new ServiceCall(node.publish(url));
    HttpResponse<String> response = post(service, request(service, action, until));
    JsonNode answer = json(response.body());
    if (response.statusCode() != 202) {
      throw CommandFailure.refused(
          "The order was not taken (" + response.statusCode() + "): " + error(answer, response));
    }
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    command
        .commandLine()
        .getOut()
        .println(
            "%s of %s by %s at %s is on the log: %s-%s@%s. %s"
                .formatted(
                    answer.path("action").asText(),
                    Plain.line(answer.path("uri").asText()),
                    Plain.line(answer.path("by").asText()),
                    answer.path("at").asText(),
                    answer.path("topic").asText(),
                    answer.path("partition").asText(),
                    answer.path("offset").asText(),
                    Plain.line(answer.path("note").asText())));
    return 0;
  }

  private static HttpResponse<String> post(ServiceCall service, HttpRequest request)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = service.send(request);
      if (response.statusCode() != 503 || attempt == TRIES) {
        return response;
      }
      Thread.sleep(1000L * attempt);
    }
  }

  private HttpRequest request(ServiceCall service, String action, @Nullable String until) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("action", action);
    order.put("reason", reason);
    order.put("by", by);
    if (until != null) {
      order.put("until", until);
    }
    if (withoutHeadline && !action.equals("release")) {
      order.put("withoutHeadline", true);
    }
    if (resolves != null) {
      order.put("resolves", resolves);
    }
    String path = URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest.Builder request =
        service
            .request("/items/" + path + "/orders")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text(order)));
    String key = System.getenv(KEY);
    return key == null || key.isBlank()
        ? request.build()
        : request.header("Authorization", "Bearer " + key.strip()).build();
  }

  private static String text(Map<String, Object> order) {
    try {
      return JSON.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text always prints", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String error(JsonNode answer, HttpResponse<String> response) {
    String text = answer.path("error").asText("");
    return Plain.line(text.isEmpty() ? response.body() : text);
  }
}
