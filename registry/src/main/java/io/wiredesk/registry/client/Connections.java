package io.wiredesk.registry.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens HTTP connections with the time-outs, proxy and TLS of a configuration. No answer can hold a
 * caller for longer than the read time-out, however slowly it drips. Safe for many threads.
 */
final class Connections {
  /** What came back; {@code retryAfterMillis} is -1 where the server named no delay. */
  record Answer(int status, byte[] body, long retryAfterMillis) {}

  private final ClientConfig config;
  private final Proxy proxy;
  private final @Nullable SSLSocketFactory tls;
  private final boolean verifyHost;

  Connections(ClientConfig config) {
    this.config = config;
    String proxyHost = config.getString(ClientConfig.PROXY_HOST);
    this.proxy =
        proxyHost.isEmpty()
            ? Proxy.NO_PROXY
            : new Proxy(
                Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(
                    proxyHost, config.getInt(ClientConfig.PROXY_PORT)));
    Map<String, Object> ssl = sslSettings(config);
    this.tls = ssl.isEmpty() ? null : socketFactory(ssl);
    Object algorithm = ssl.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
    this.verifyHost = algorithm == null || !algorithm.toString().isEmpty();
  }

  private static Map<String, Object> sslSettings(ClientConfig config) {
    Map<String, Object> ssl = new HashMap<>(config.originalsWithPrefix(ClientConfig.SSL_PREFIX));
    ssl.keySet().removeIf(key -> !key.startsWith("ssl."));
    return ssl;
  }

  private static SSLSocketFactory socketFactory(Map<String, Object> ssl) {
    ConfigDef definition = new ConfigDef();
    SslConfigs.addClientSslSupport(definition);
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(definition.parse(ssl));
      return factory.sslContext().getSocketFactory();
    }
  }

  /** A connection that is set up but not used yet. */
  HttpURLConnection open(String url, String method, Map<String, String> headers)
      throws IOException {
    URLConnection opened;
    try {
      opened = URI.create(url).toURL().openConnection(proxy);
    } catch (IllegalArgumentException e) {
      throw new IOException("Not an address: " + url, e);
    }
    if (!(opened instanceof HttpURLConnection connection)) {
      throw new IOException("Not an HTTP address: " + url);
    }
    connection.setConnectTimeout(config.getInt(ClientConfig.CONNECT_TIMEOUT_MS));
    connection.setReadTimeout(config.getInt(ClientConfig.READ_TIMEOUT_MS));
    connection.setRequestMethod(method);
    connection.setUseCaches(false);
    // a redirected POST would arrive as a GET, and credentials might go where they do not belong
    connection.setInstanceFollowRedirects(false);
    headers.forEach(connection::setRequestProperty);
    if (connection instanceof HttpsURLConnection https) {
      if (tls != null) {
        https.setSSLSocketFactory(tls);
      }
      if (!verifyHost) {
        https.setHostnameVerifier((host, session) -> true);
      }
    }
    return connection;
  }

  /**
   * Sends a request and reads the whole answer, whatever its status.
   *
   * @throws IOException when none came in time, or one larger than {@code largestBytes}
   */
  Answer exchange(HttpURLConnection connection, byte @Nullable [] body, int largestBytes)
      throws IOException {
    long deadline = System.nanoTime() + config.millis(ClientConfig.READ_TIMEOUT_MS).toNanos();
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      byte[] answer = in == null ? new byte[0] : readAll(in, deadline, largestBytes);
      return new Answer(status, answer, retryAfterMillis(connection));
    } catch (IOException e) {
      connection.disconnect();
      throw e;
    }
  }

  private static byte[] readAll(InputStream in, long deadline, int largestBytes)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      all.write(buffer, 0, n);
      if (all.size() > largestBytes) {
        throw new IOException("The answer is larger than " + largestBytes + " bytes");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new SocketTimeoutException("The answer was not complete in time");
      }
    }
    return all.toByteArray();
  }

  private static long retryAfterMillis(HttpURLConnection connection) {
    String value = connection.getHeaderField("Retry-After");
    if (value == null || value.isEmpty() || value.length() > 6) {
      return -1;
    }
    return value.chars().allMatch(Character::isDigit) ? Long.parseLong(value) * 1000 : -1;
  }
}
