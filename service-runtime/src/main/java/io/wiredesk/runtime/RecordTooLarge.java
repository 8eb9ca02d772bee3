package io.wiredesk.runtime;

import org.apache.kafka.common.errors.SerializationException;

/** A record that is larger than the contract allows, read or about to be written. */
final class RecordTooLarge extends SerializationException {
  private static final long serialVersionUID = 1L;

  RecordTooLarge(String message) {
    super(message);
  }
}
