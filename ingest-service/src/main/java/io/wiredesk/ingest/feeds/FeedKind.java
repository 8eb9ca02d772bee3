package io.wiredesk.ingest.feeds;

import static io.wiredesk.ingest.feeds.FeedOption.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way in, with what an entry of it must and may say. */
public enum FeedKind {
  FOLDER(0.25, Set.of(), List.of(DIRECTORY), Set.of(POLL, SETTLE)),
  SFTP(
      10,
      Set.of("sftp"),
      List.of(FeedOption.URL, USER),
      Set.of(
          PASSWORD,
          PRIVATE_KEY_FILE,
          KNOWN_HOSTS_FILE,
          POLL,
          SETTLE,
          TIMEOUT,
          INCLUDE,
          RECURSIVE,
          AFTER)),
  FTP(
      10,
      Set.of("ftp"),
      List.of(FeedOption.URL),
      Set.of(USER, PASSWORD, POLL, SETTLE, TIMEOUT, INCLUDE, RECURSIVE, PASSIVE, AFTER)),
  FTPS(
      10,
      Set.of("ftps"),
      List.of(FeedOption.URL),
      Set.of(
          USER,
          PASSWORD,
          TRUST_FILE,
          POLL,
          SETTLE,
          TIMEOUT,
          INCLUDE,
          RECURSIVE,
          PASSIVE,
          IMPLICIT,
          AFTER)),
  IMAP(
      10,
      Set.of("imap"),
      List.of(FeedOption.URL, USER, PASSWORD),
      Set.of(MAILBOX, POLL, TIMEOUT, AFTER)),
  IMAPS(
      10,
      Set.of("imaps"),
      List.of(FeedOption.URL, USER, PASSWORD),
      Set.of(TRUST_FILE, MAILBOX, POLL, TIMEOUT, AFTER)),
  HTTP(
      60,
      Set.of("http", "https"),
      List.of(FeedOption.URL),
      Set.of(USER, PASSWORD, TOKEN, HEADER, HEADER_VALUE, TRUST_FILE, POLL, TIMEOUT)),
  RSS(
      60,
      Set.of("http", "https"),
      List.of(FeedOption.URL),
      Set.of(USER, PASSWORD, TOKEN, HEADER, HEADER_VALUE, TRUST_FILE, POLL, TIMEOUT)),
  PUSH(0, Set.of(), List.of(), Set.of(KEY, HMAC_SECRET, WINDOW)),
  CAMEL(0, Set.of(), List.of(URI), Set.of());

  private final Duration poll;
  private final Set<String> schemes;
  private final List<FeedOption> required;
  private final Set<FeedOption> optional;

  FeedKind(
      double pollSeconds,
      Set<String> schemes,
      List<FeedOption> required,
      Set<FeedOption> optional) {
    this.poll = Duration.ofMillis((long) (pollSeconds * 1000));
    this.schemes = schemes;
    this.required = required;
    this.optional = optional;
  }

  /** Between two looks where the entry does not say. */
  public Duration defaultPoll() {
    return poll;
  }

  /** The name in the file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<String> schemes() {
    return schemes;
  }

  List<FeedOption> required() {
    return required;
  }

  /**
   * What may become of something at its source; the first is meant where the entry does not say.
   */
  List<String> afters() {
    return this == IMAP || this == IMAPS
        ? List.of("seen", "delete")
        : List.of("move", "delete", "leave");
  }

  boolean takes(FeedOption option) {
    return required.contains(option) || optional.contains(option);
  }

  static Optional<FeedKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
