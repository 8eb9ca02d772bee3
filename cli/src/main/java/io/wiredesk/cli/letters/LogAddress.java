package io.wiredesk.cli.letters;

import picocli.CommandLine.Option;

/** Where the log is. Filled by picocli. */
final class LogAddress {

  @Option(
      names = "--bootstrap",
      defaultValue = "localhost:9092",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
  String bootstrap = "";

  @Option(
      names = "--registry",
      defaultValue = "http://localhost:8081",
      description = "Schema registry (default: ${DEFAULT-VALUE}).")
  String registry = "";
}
