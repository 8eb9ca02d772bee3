package io.wiredesk.cli.letters;

import picocli.CommandLine.Option;

/** Where the log is. Filled by picocli. */
final class LogAddress {

  @Option(
      names = "--bootstrap",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
  String bootstrap = "";

  @Option(
      names = "--registry",
      defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://localhost:8081}",
      description = "Schema registry (default: ${DEFAULT-VALUE}).")
  String registry = "";
}
