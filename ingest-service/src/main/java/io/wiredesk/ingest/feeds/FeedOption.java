package io.wiredesk.ingest.feeds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of {@code feeds.yml} may say about its transport, and how the value is written. */
public enum FeedOption {
  URL(Form.URL),
  URI(Form.CAMEL_URI),
  DIRECTORY(Form.TEXT),
  USER(Form.TEXT),
  PASSWORD(Form.SECRET),
  TOKEN(Form.SECRET),
  PRIVATE_KEY_FILE(Form.TEXT),
  KNOWN_HOSTS_FILE(Form.TEXT),
  TRUST_FILE(Form.TEXT),
  HEADER(Form.TEXT),
  HEADER_VALUE(Form.SECRET),
  KEY(Form.SECRET),
  HMAC_SECRET(Form.SECRET),
  WINDOW(Form.DURATION),
  POLL(Form.DURATION),
  SETTLE(Form.DURATION),
  TIMEOUT(Form.DURATION),
  INCLUDE(Form.TEXT),
  RECURSIVE(Form.FLAG),
  PASSIVE(Form.FLAG),
  IMPLICIT(Form.FLAG),
  MAILBOX(Form.TEXT),
  AFTER(Form.AFTER);

  /** How a value is written. */
  enum Form {
    /** Any text; {@code ${NAME}} is replaced from the environment. */
    TEXT,
    /** Nothing but {@code ${NAME}}. */
    SECRET,
    /** An address without a password in it. */
    URL,
    /** An endpoint of Camel, secrets as {@code ${NAME}}. */
    CAMEL_URI,
    /** {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}. */
    DURATION,
    /** {@code true} or {@code false}. */
    FLAG,
    /** {@code move}, {@code delete} or {@code leave}. */
    AFTER
  }

  private final Form form;

  FeedOption(Form form) {
    this.form = form;
  }

  Form form() {
    return form;
  }

  /** The name in the file: {@code private-key-file}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<FeedOption> of(String word) {
    return Arrays.stream(values()).filter(option -> option.word().equals(word)).findFirst();
  }
}
