package io.wiredesk.publish.webhook;

import io.wiredesk.runtime.net.PrivateAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts the messages of one subscription, signed. Connections go to addresses that were checked;
 * redirects are not followed, since what is signed is for one address. An answer must come within
 * {@value #SECONDS} s; its body is not read. Used by one thread; close it with its worker.
 */
final class WebhookClient implements AutoCloseable {

  static final int SECONDS = 15;

  private final Subscription subscription;
  private final CloseableHttpClient client;

  WebhookClient(Subscription subscription) {
    this.subscription = subscription;
    Timeout timeout = Timeout.ofSeconds(SECONDS);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(checked(subscription.allowPrivate()))
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
  }

  /** One call. Never throws for what the other side does. */
  Answer post(WebhookMessage message, Instant now) {
    HttpPost request = new HttpPost(subscription.url());
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    request.setHeader(
        "webhook-signature",
        WebhookSignature.of(subscription.secrets(), message.id(), now, message.body()));
    request.setHeader("wiredesk-event", message.event());
    request.setEntity(
        new ByteArrayEntity(message.body(), ContentType.parse(message.contentType())));
    try {
      return client.execute(request, response -> answer(response, now));
    } catch (IOException e) {
      return Answer.none(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Answer answer(ClassicHttpResponse response, Instant now) {
    Header after = response.getFirstHeader("Retry-After");
    return new Answer(
        response.getCode(),
        "HTTP " + response.getCode(),
        after == null ? null : retryAfter(after.getValue().strip(), now));
  }

  /** Seconds or a date (RFC 9110 §10.2.3); null where it is neither. */
  private static @Nullable Duration retryAfter(String value, Instant now) {
    if (value.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(now, until);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException e) {
      return null;
    }
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
