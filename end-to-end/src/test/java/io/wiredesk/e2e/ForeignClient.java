package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The programs under {@code examples/}, by language and library, and how to run them. */
enum ForeignClient {
  PYTHON("consumers/python/print_published.py", "producers/send_raw.py"),
  KAFKAJS("consumers/javascript/print-published-kafkajs.js", "producers/send-raw-kafkajs.js"),
  CONFLUENT_JAVASCRIPT(
      "consumers/javascript/print-published-confluent.js", "producers/send-raw-confluent.js"),
  // last, so that a client that is not ours is the first to register a schema
  JAVA("consumers/java/PrintPublished.java", "producers/SendRaw.java");

  /** Set to {@code required} where a client that is not installed is a failure. */
  private static final String MODE = "wiredesk.interop";

  private static final Path ROOT = root();
  private static final Path EXAMPLES = ROOT.resolve("examples");
  private static final Path MODULES = EXAMPLES.resolve("consumers/javascript/node_modules");
  private static final Path SCHEMA =
      ROOT.resolve("schemas/src/main/avro-released/0.1.0/news.raw-value.avsc");

  private final String consumer;
  private final String producer;

  ForeignClient(String consumer, String producer) {
    this.consumer = consumer;
    this.producer = producer;
  }

  /** Prints what is published, until it is destroyed. */
  Process startConsumer(TestNode node, Path output) throws IOException {
    return start(command(consumer, node), output);
  }

  /** Puts the file on news.raw under this client's feed, and ends. */
  Process startProducer(TestNode node, Path file, Path output) throws IOException {
    List<String> command = command(producer, node);
    command.add(file.toString());
    command.add(feed());
    if (this == JAVA) {
      command.add(SCHEMA.toString());
    }
    return start(command, output);
  }

  String feed() {
    return "interop-" + name().toLowerCase(Locale.ROOT);
  }

  /** Skips the test, in one line that says why, or fails it where clients are required. */
  void requireInstalled() {
    switch (this) {
      case PYTHON ->
          require(python() != null, "python3-confluent-kafka and python3-avro are not installed");
      case KAFKAJS, CONFLUENT_JAVASCRIPT ->
          require(
              works("node", "--version") && Files.isDirectory(MODULES),
              "node or the modules of examples/consumers/javascript are not installed");
      default -> require(true, "");
    }
  }

  /** Says why something cannot be tested here: a failure where it is required. */
  static void require(boolean there, String reason) {
    if (there) {
      return;
    }
    if ("required".equals(System.getProperty(MODE))) {
      fail(reason);
    }
    System.out.println("Foreign clients: skipped, " + reason + " (.ci/interop brings it)");
    Assumptions.abort(reason);
  }

  private List<String> command(String program, TestNode node) {
    List<String> command = new ArrayList<>();
    switch (this) {
      case JAVA ->
          command.addAll(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dfile.encoding=UTF-8",
                  "-Dstdout.encoding=UTF-8",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path"))));
      case PYTHON -> command.add(Objects.requireNonNull(python()));
      default -> command.add("node");
    }
    command.add(EXAMPLES.resolve(program).toString());
    command.add(node.node().bootstrapServers());
    command.add(node.node().registryUrl());
    return command;
  }

  private static Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("NODE_PATH", MODULES.toString());
    return builder.redirectOutput(output.toFile()).start();
  }

  /** Debian's own before another that may stand in front of it; null where none has the modules. */
  private static @Nullable String python() {
    return Stream.of("/usr/bin/python3", "python3")
        .filter(python -> works(python, "-c", "import confluent_kafka.avro, avro"))
        .findFirst()
        .orElse(null);
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Tests run in their module's folder under Maven, in the root from the console launcher. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("examples")) ? here : here.getParent();
  }
}
