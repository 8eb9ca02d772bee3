package io.wiredesk.ingest.poll;

import io.wiredesk.runtime.net.PrivateAddresses;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One GET with bounds: on the whole time, on the body, on redirects; every connection goes to an
 * address that was checked, those after a redirect too. What authenticates goes to the first host
 * alone. Thread-safe; close it with its feed.
 */
public final class HttpFetch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFetch.class);
  private static final int MOST_REDIRECTS = 5;
  private static final Duration VALIDATOR_AGE = Duration.ofSeconds(2);

  private final Limits limits;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm;

  /**
   * What a fetch may cost.
   *
   * @param whole time from the first connection to the last byte
   * @param maxBytes of a body, unpacked
   * @param allowPrivate addresses of private networks are permitted
   */
  public record Limits(Duration whole, int maxBytes, boolean allowPrivate) {}

  /**
   * A client.
   *
   * @param tls whose certificates count
   */
  public HttpFetch(Limits limits, SSLContext tls, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    Timeout timeout = Timeout.ofMilliseconds(limits.whole().toMillis());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(checked(limits.allowPrivate()))
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
            .setUserAgent("Wiredesk")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    this.alarm =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "fetch-alarm");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Fetches.
   *
   * @param conditions headers for every host: If-None-Match, If-Modified-Since, Accept
   * @param secrets headers for the first host alone
   * @throws IOException where nobody answers in time, or not to the end
   */
  public HttpAnswer get(URI url, Map<String, String> conditions, Map<String, String> secrets)
      throws IOException {
    URI at = url;
    long deadline = System.nanoTime() + limits.whole().toNanos();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpGet request = new HttpGet(at);
      conditions.forEach(request::setHeader);
      if (sameHost(url, at)) {
        secrets.forEach(request::setHeader);
      }
      Object outcome = timed(request, at, deadline);
      if (outcome instanceof HttpAnswer answer) {
        return answer;
      }
      at = next(at, (String) outcome);
    }
    return new HttpAnswer.Refused("more than " + MOST_REDIRECTS + " redirects", null);
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** An answer, or the address that a redirect names. */
  private Object timed(HttpGet request, URI at, long deadline) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end =
        alarm.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            deadline - System.nanoTime(),
            TimeUnit.NANOSECONDS);
    HttpHost host = new HttpHost(at.getScheme(), at.getHost(), at.getPort());
    try {
      ClassicHttpResponse response = client.executeOpen(host, request, null);
      try {
        Object outcome = outcome(at, response);
        if (late.get() && outcome instanceof HttpAnswer.Body body && body.cut() != null) {
          throw new IOException(body.cut());
        }
        return outcome;
      } finally {
        request.cancel(); // closing alone would read an endless body to its end
        closeQuietly(response);
      }
    } catch (IOException e) {
      if (late.get()) {
        throw new IOException("the answer took more than " + limits.whole().toMillis() + " ms", e);
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      LOG.debug("A connection that is given up does not close: {}", e.toString());
    }
  }

  private Object outcome(URI at, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    String location = header(response, "Location");
    if (status >= 300 && status < 400 && status != 304 && location != null) {
      return location;
    }
    if (status == 304 || status == 204) {
      return new HttpAnswer.Unchanged();
    }
    if (status != 200) {
      return new HttpAnswer.Refused(
          "the server answers " + status + " " + response.getReasonPhrase(),
          retryAfter(header(response, "Retry-After")));
    }
    return body(at, response);
  }

  private HttpAnswer body(URI at, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new HttpAnswer.Unchanged();
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String cut = read(entity.getContent(), read);
    byte[] bytes = read.toByteArray();
    String url = at.toString();
    if (bytes.length > limits.maxBytes()) {
      return new HttpAnswer.TooLarge(
          java.util.Arrays.copyOf(bytes, limits.maxBytes()),
          Math.max(bytes.length, entity.getContentLength()),
          url);
    }
    return new HttpAnswer.Body(
        bytes,
        cut,
        url,
        entity.getContentType(),
        header(response, "ETag"),
        lastModified(header(response, "Last-Modified"), header(response, "Date")));
  }

  /**
   * Reads to the end, or one byte more than permitted.
   *
   * @return why the body broke off after something of it came; null where it did not
   */
  private @Nullable String read(InputStream in, ByteArrayOutputStream into) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    try {
      int most = limits.maxBytes() + 1;
      for (int n = 0; n >= 0 && into.size() < most; ) {
        n = in.read(buffer, 0, Math.min(buffer.length, most - into.size()));
        into.write(buffer, 0, Math.max(0, n));
      }
      return null;
    } catch (ConnectionClosedException | MalformedChunkCodingException | EOFException e) {
      if (into.size() == 0) {
        throw e;
      }
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * The time of change counts whole seconds: what was changed in the second in which it was read
   * may change once more in it, and a server asked with that time would say 304. So it is a
   * validator only where the answer is clearly later (RFC 9110 §8.8.2.2).
   */
  private static @Nullable String lastModified(
      @Nullable String changed, @Nullable String answered) {
    if (changed == null || answered == null) {
      return null;
    }
    try {
      Instant last = httpDate(changed);
      return Duration.between(last, httpDate(answered)).compareTo(VALIDATOR_AGE) >= 0
          ? changed
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static URI next(URI at, String location) throws IOException {
    try {
      URI next = at.resolve(location);
      String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
      if ((!scheme.equals("http") && !scheme.equals("https")) || next.getHost() == null) {
        throw new IOException("redirected to what is no web address: " + location);
      }
      if (at.getScheme().equals("https") && scheme.equals("http")) {
        throw new IOException("redirected from https to http: " + location);
      }
      return next;
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to what is no address: " + location, e);
    }
  }

  /** Seconds or a date (RFC 9110 §10.2.3); null where it is neither. */
  private @Nullable Duration retryAfter(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (value.strip().matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(value.strip()));
    }
    try {
      Duration left = Duration.between(clock.instant(), httpDate(value));
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant httpDate(String value) {
    return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static boolean sameHost(URI one, URI other) {
    return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort()
        && String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme());
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static DnsResolver checked(boolean allowPrivate) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return PrivateAddresses.resolve(host, allowPrivate);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
