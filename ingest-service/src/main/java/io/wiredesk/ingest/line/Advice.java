package io.wiredesk.ingest.line;

import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What to do where a server does not prove that it is the right one. Stateless. */
final class Advice {

  private Advice() {}

  /** One sentence; empty for failures that say enough themselves. */
  static Optional<String> on(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 12; depth++) {
      String advice = of(cause);
      if (advice != null) {
        return Optional.of(advice);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static @Nullable String of(Throwable cause) {
    if (cause instanceof JSchChangedHostKeyException) {
      return "the server's key is not the one in known-hosts-file: ask the agency whether it has a"
          + " new one; if so, put that there, and if not, this is another server";
    }
    if (cause instanceof JSchUnknownHostKeyException) {
      return "the server's key is not in known-hosts-file: compare what ssh-keyscan says of it with"
          + " what the agency says, and put it there";
    }
    if (isExpired(cause)) {
      return "the server's certificate, or one above it, has expired: the agency must renew it";
    }
    if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
      return "the server's certificate comes from no authority that is trusted here: if the agency"
          + " has one of its own, name its certificate with trust-file";
    }
    return isOtherHost(cause)
        ? "the server's certificate is for another host than url names"
        : null;
  }

  private static boolean isExpired(Throwable cause) {
    return cause instanceof CertificateExpiredException
        || (cause instanceof CertPathValidatorException invalid
            && invalid.getReason() == BasicReason.EXPIRED);
  }

  private static boolean isOtherHost(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof SSLPeerUnverifiedException
        || (cause instanceof CertificateException
            && (message.startsWith("No subject alternative") || message.startsWith("No name")));
  }
}
