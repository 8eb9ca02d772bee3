package io.wiredesk.ingest.poll;

import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates a feed believes: those of the authorities in its {@code trust-file} and of
 * nobody else, or, without one, those of the authorities that Java knows. Stateless.
 */
public final class ServerTrust {

  private ServerTrust() {}

  /**
   * TLS for the connections of a feed; the file is read now.
   *
   * @throws IOException where the file is absent or holds no certificate
   */
  public static SSLContext of(FeedSpec spec) throws IOException {
    String file = spec.get(FeedOption.TRUST_FILE);
    try {
      return file == null ? SSLContext.getDefault() : of(Path.of(file));
    } catch (CertificateException e) {
      throw new IOException("trust-file " + file + " holds no certificates in PEM form", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS and X.509", e);
    }
  }

  private static SSLContext of(Path file) throws IOException, GeneralSecurityException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    for (Certificate certificate : certificates(file)) {
      authorities.setCertificateEntry("authority-" + authorities.size(), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new CertificateException("none");
      }
      return certificates;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no trust-file " + file, e);
    }
  }
}
