package io.wiredesk.runtime;

/** Where a record lies on the log. */
public record LogPosition(String topic, int partition, long offset) {}
