package io.wiredesk.ingest.poll;

import io.wiredesk.ingest.feeds.FeedKind;
import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One polled address: a document that comes in whole when its bytes are others than last time, or
 * an RSS or Atom feed of which every entry that was not seen yet comes in alone, whatever its date.
 * What was seen and the validators for conditional requests are marks; they are set when the bytes
 * are durable. One thread; close it with its feed.
 */
public final class PolledFeed implements AutoCloseable {

  /** Header of a raw record that is one entry of a feed: the mark that the entry is told by. */
  public static final String ENTRY_HEADER = "wiredesk-entry";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String BODY = "body";
  private static final Pattern FEED_ROOT =
      Pattern.compile("<(?:\\w+:)?(?:rss|feed|RDF)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern FEED_END =
      Pattern.compile("</(?:\\w+:)?(?:rss|feed|RDF)\\s*>\\s*$", Pattern.CASE_INSENSITIVE);

  private final FeedSpec spec;
  private final Intake intake;
  private final Marks marks;
  private final HttpFetch fetch;
  private final String validators;

  /**
   * A poller for a feed of kind http or rss.
   *
   * @throws IOException where its trust-file cannot be read
   */
  public PolledFeed(FeedSpec spec, Intake intake, Marks marks, Clock clock) throws IOException {
    this.spec = spec;
    this.intake = intake;
    this.marks = marks;
    this.fetch =
        new HttpFetch(
            new HttpFetch.Limits(
                spec.time(FeedOption.TIMEOUT, TIMEOUT), intake.maxBytes(), spec.allowPrivate()),
            ServerTrust.of(spec),
            clock);
    this.validators =
        "validators "
            + DeadLetters.sha256(
                (spec.kind() + spec.require(FeedOption.URL)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One look at the address.
   *
   * @return how many raw records it gave
   * @throws IOException where nothing whole came; it is asked for again
   */
  public int poll() throws IOException {
    HttpAnswer answer =
        fetch.get(URI.create(spec.require(FeedOption.URL)), conditions(), authentication());
    if (answer instanceof HttpAnswer.Refused refused) {
      throw new PollRefusedException(refused.reason(), refused.retryAfter());
    }
    if (answer instanceof HttpAnswer.TooLarge large) {
      return tooLarge(large);
    }
    if (answer instanceof HttpAnswer.Body body) {
      return spec.kind() == FeedKind.RSS ? entries(body) : whole(body);
    }
    return 0;
  }

  @Override
  public void close() {
    fetch.close();
  }

  private int entries(HttpAnswer.Body body) throws IOException {
    EntryCutter cutter = EntryCutter.of(body.bytes());
    if (cutter.entries().isEmpty()) {
      return noEntry(body, cutter.whole());
    }
    int taken = 0;
    for (EntryCutter.Range entry : oldestFirst(cutter.entries())) {
      String mark = cutter.mark(entry);
      if (!marks.has(spec.name(), mark)) {
        intake.receive(
            delivery(body.url(), body.contentType(), Map.of(ENTRY_HEADER, mark)),
            cutter.single(entry));
        marks.set(spec.name(), mark, "");
        taken++;
      }
    }
    if (!cutter.whole()) {
      throw new IOException("the document breaks off within an entry; what is whole was taken");
    }
    if (body.cut() != null && !endsInTag(body.bytes())) {
      throw new IOException("the document breaks off; what is whole was taken: " + body.cut());
    }
    remember(body);
    return taken;
  }

  /** True where the root's end is there, so that nothing is missing but what the length stated. */
  private static boolean endsInTag(byte[] document) {
    int from = Math.max(0, document.length - 200);
    String tail = new String(document, from, document.length - from, StandardCharsets.ISO_8859_1);
    return FEED_END.matcher(tail).find();
  }

  /** An empty feed is no news; what is no feed is taken whole, so that it is seen. */
  private int noEntry(HttpAnswer.Body body, boolean whole) throws IOException {
    String head =
        new String(
            body.bytes(), 0, Math.min(4096, body.bytes().length), StandardCharsets.ISO_8859_1);
    if (!whole || body.cut() != null) {
      throw new IOException("the document breaks off within its first entry");
    }
    if (FEED_ROOT.matcher(head).find()) {
      remember(body);
      return 0;
    }
    return whole(body);
  }

  private int whole(HttpAnswer.Body body) throws IOException {
    if (body.cut() != null) {
      throw new IOException(body.cut());
    }
    String sha256 = DeadLetters.sha256(body.bytes());
    int taken = 0;
    if (body.bytes().length > 0 && !sha256.equals(marks.value(spec.name(), BODY))) {
      intake.receive(delivery(body.url(), body.contentType(), Map.of()), body.bytes());
      marks.set(spec.name(), BODY, sha256);
      taken = 1;
    }
    remember(body);
    return taken;
  }

  private int tooLarge(HttpAnswer.TooLarge large) {
    String sha256 = DeadLetters.sha256(large.head());
    if (sha256.equals(marks.value(spec.name(), BODY))) {
      return 0;
    }
    intake.refuseTooLarge(delivery(large.url(), null, Map.of()), large.head(), large.size());
    marks.set(spec.name(), BODY, sha256);
    return 1;
  }

  private Delivery delivery(String url, @Nullable String contentType, Map<String, String> headers) {
    String bare = url.replaceAll("[?#].*", ""); // a parameter may be a secret
    return new Delivery(spec.name(), Transport.HTTP_POLL, bare, contentType, headers);
  }

  private Map<String, String> conditions() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (spec.kind() == FeedKind.RSS) {
      headers.put(
          "Accept",
          "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5");
    }
    String known = marks.value(spec.name(), validators);
    if (known != null) {
      String[] parts = known.split("\n", -1);
      if (!parts[0].isEmpty()) {
        headers.put("If-None-Match", parts[0]);
      }
      if (!parts[1].isEmpty()) {
        headers.put("If-Modified-Since", parts[1]);
      }
    }
    return headers;
  }

  private void remember(HttpAnswer.Body body) {
    String etag = body.etag() == null ? "" : body.etag().strip();
    String modified = body.lastModified() == null ? "" : body.lastModified().strip();
    marks.set(spec.name(), validators, etag + "\n" + modified);
  }

  private Map<String, String> authentication() {
    Map<String, String> headers = new LinkedHashMap<>();
    String token = spec.get(FeedOption.TOKEN);
    String user = spec.get(FeedOption.USER);
    String header = spec.get(FeedOption.HEADER);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    } else if (user != null) {
      String pair = user + ":" + spec.get(FeedOption.PASSWORD, "");
      headers.put(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    if (header != null) {
      headers.put(header, spec.require(FeedOption.HEADER_VALUE));
    }
    return headers;
  }

  /** Feeds list the newest first; a line keeps the order in which things happened. */
  private static List<EntryCutter.Range> oldestFirst(List<EntryCutter.Range> entries) {
    List<EntryCutter.Range> reversed = new java.util.ArrayList<>(entries);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
