package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.node.NodePorts;
import io.wiredesk.e2e.containers.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README and docs tell people to type works as it is written: every command runs in a shell,
 * against a node that {@code bin/wiredesk up --demo} started, in a directory that looks like a
 * clone. Words in capitals stand for values; ports are those of the node. What needs a network, an
 * engine or minutes stands in {@code commands-not-run.tsv} with its reason, and nothing else does.
 */
class DocumentedCommandsIT {

  private static final String SECRET = "a-secret-of-the-bureau";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path clone;
  private static final NodePorts PORTS = NodePorts.free();
  private static Process node;

  @BeforeAll
  static void start() throws Exception {
    Path root = Repository.root();
    for (String part : List.of("bin", "samples", "examples", "docs", "cli", "schemas")) {
      Files.createSymbolicLink(clone.resolve(part), root.resolve(part));
    }
    Files.createDirectories(clone.resolve("wires/reuters"));
    Files.createDirectories(clone.resolve("data"));
    Files.copy(
        root.resolve("samples/wires/meridian/12-takeover.nitf.xml"), clone.resolve("story.xml"));
    Files.writeString(
        clone.resolve("labelled.jsonl"),
        "{\"text\": \"Ann Lee left Oslo.\", \"language\": \"en\", \"sections\": [\"politics\"],"
            + " \"spans\": [{\"start\": 0, \"end\": 7, \"type\": \"PERSON\"}]}\n");
    Files.writeString(
        clone.resolve("data/feeds.yml"),
        "feeds:\n  - {name: bureau, kind: push, hmac-secret: '${BUREAU_SECRET}'}\n");
    shims(root);
    node = shell("exec wiredesk up --demo --speed 40 --port $PORT --kafka-port $KAFKA", "node.log");
    await("the demo to be sent")
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(node.isAlive()).as(log("node.log")).isTrue();
              return log("node.log").contains("files are sent");
            });
    registerTheSubjectOfAFormerDesk();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (node != null) {
      node.destroy();
      if (!node.waitFor(60, TimeUnit.SECONDS)) {
        node.destroyForcibly();
      }
    }
  }

  @Test
  void everyCommandOfThePagesRunsAsWritten() throws Exception {
    Map<String, String> notRun = notRun();
    Map<String, String> values = values();
    List<String> faults = new ArrayList<>();
    TreeSet<String> left = new TreeSet<>();
    int run = 0;
    for (DocumentedCommands.Block block : DocumentedCommands.of(Repository.root())) {
      StringBuilder script = new StringBuilder();
      for (String command : block.commands()) {
        if (notRun.containsKey(bare(command))) {
          left.add(bare(command));
        } else {
          script.append(step(command, values));
          run++;
        }
      }
      if (!script.isEmpty()) {
        Process shell = shell(script.toString(), "commands.log");
        assertThat(shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            .as(block + "\n" + log("commands.log"))
            .isTrue();
        boolean empty =
            log("commands.log").lines().anyMatch(line -> line.startsWith("0 items match"));
        if (shell.exitValue() != 0 || empty) {
          faults.add(block.page() + ": " + block.commands() + "\n" + log("commands.log"));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(run).isGreaterThan(30);
    assertThat(left)
        .as("commands-not-run.tsv has no others")
        .isEqualTo(new TreeSet<>(notRun.keySet()));
  }

  /** The command as written, with an end for what goes on for ever; a failure ends the block. */
  private static String step(String command, Map<String, String> values) {
    String written = command;
    for (Map.Entry<String, String> value : values.entrySet()) {
      written = written.replaceAll("(?<![\\w$])" + value.getKey() + "(?!\\w)", value.getValue());
    }
    boolean endless = written.matches("(?s)(?:bin/)?wiredesk tail.*|curl -N .*|.*PrintPublished.*");
    String guarded =
        endless
            ? "{ timeout -s INT 10 " + written + "\n} || [ $? = 124 ] || [ $? = 130 ]"
            : "{ " + written + "\n}";
    return "echo \"\\$ \"" + quoted(written) + "\n" + guarded + " || exit 1\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Without the comment behind it. */
  private static String bare(String command) {
    return command.replaceAll("\\s+# .*$", "").strip();
  }

  /** What the words in capitals stand for; an item that is public and a kill that is unresolved. */
  private static Map<String, String> values() throws Exception {
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode[] letter = new JsonNode[1];
    await("the unresolved kill")
        .atMost(PATIENCE)
        .until(
            () -> {
              Process list =
                  shell(
                      "wiredesk dead-letters list --reason UNRESOLVED_KILL --json", "letters.log");
              list.waitFor();
              String said = log("letters.log");
              letter[0] =
                  said.startsWith("{") ? JSON.readTree(said.lines().findFirst().get()) : null;
              return letter[0] != null;
            });
    JsonNode items = JSON.readTree(get(PORTS.http(), "/items"));
    JsonNode list = items.isArray() ? items : items.path("items");
    values.put("URI", list.findValuesAsText("uri").get(0));
    values.put("ID", letter[0].path("id").asText());
    values.put("TEXT", "'A hoax.'");
    values.put("DIR", "letters");
    values.put("FEED", "meridian");
    values.put("FILE…", "samples/wires/meridian/03-quake-alert.g2.xml");
    values.put("evaluate entities FILE", "evaluate entities labelled.jsonl");
    values.put("FILE", "samples/wires/meridian/03-quake-alert.g2.xml");
    values.put("COMMAND", "dead-letters list");
    return values;
  }

  private static Map<String, String> notRun() throws IOException {
    Map<String, String> notRun = new LinkedHashMap<>();
    try (var in = DocumentedCommandsIT.class.getResourceAsStream("/commands-not-run.tsv")) {
      for (String line :
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList()) {
        String[] fields = line.split("\t");
        assertThat(fields).as(line).hasSize(2);
        notRun.put(fields[0], fields[1]);
      }
    }
    return notRun;
  }

  /** Programs that differ from those of a reader: curl, which talks to the ports of this node. */
  private static void shims(Path root) throws IOException {
    Path shims = Files.createDirectories(clone.resolve("shims"));
    Files.createSymbolicLink(shims.resolve("wiredesk"), root.resolve("bin/wiredesk"));
    Path curl = shims.resolve("curl");
    Files.writeString(
        curl,
        """
        #!/usr/bin/env bash
        arguments=()
        for each in "$@"; do
          for n in 0 1 2 3; do each=${each/127.0.0.1:808$n/127.0.0.1:$((PORT + n))}; done
          arguments+=("$each")
        done
        PATH=${PATH#*:}
        exec curl --silent --show-error --fail-with-body "${arguments[@]}"
        """);
    assertThat(curl.toFile().setExecutable(true)).isTrue();
  }

  private static Process shell(String script, String log) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).directory(clone.toFile());
    Map<String, String> environment = shell.environment();
    environment.put("PATH", clone.resolve("shims") + ":" + environment.get("PATH"));
    environment.put("WIREDESK_BUILD", "never");
    environment.put("PORT", Integer.toString(PORTS.http()));
    environment.put("KAFKA", Integer.toString(PORTS.kafka()));
    environment.put("BUREAU_SECRET", SECRET);
    environment.put("PUBLISH_ORDERS_KEY", "");
    return shell
        .redirectErrorStream(true)
        .redirectOutput(clone.resolve(log).toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
        .start();
  }

  private static String log(String name) throws IOException {
    return Files.readString(clone.resolve(name));
  }

  private static void registerTheSubjectOfAFormerDesk() throws Exception {
    HttpRequest register =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + (PORTS.http() + 1)
                        + "/subjects/news.desk.old-value/versions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"schema\": \"\\\"string\\\"\"}"))
            .build();
    assertThat(HttpClient.newHttpClient().send(register, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static String get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
