package io.wiredesk.cli.bench;

/** A part of an item's way, in order. Times come from the item's trail, to a millisecond. */
enum Stage {
  PUSH("push, from when it was due"),
  INTAKE("intake: onto news.raw"),
  TO_PARSE("to ingest"),
  PARSE("parse"),
  TO_ENRICH("to enrich"),
  ENRICH("enrich"),
  TO_PUBLISH("to publish"),
  PUBLISH("gate and desks"),
  TO_CONSUMER("to the consumer"),
  ALL("end to end"),
  ALERTS("end to end, alerts");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
