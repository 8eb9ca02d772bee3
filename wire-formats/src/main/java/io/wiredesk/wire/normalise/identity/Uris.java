package io.wiredesk.wire.normalise.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers to legal URIs. Stateless. */
public final class Uris {

  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:\\S.*", Pattern.DOTALL);
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String RESERVED = ":/?#@!$&'()*+,;=%";

  private Uris() {}

  /** True for an absolute URI of RFC 3986, in ASCII. */
  public static boolean isLegal(String text) {
    if (text.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
      return false;
    }
    try {
      return new URI(text).isAbsolute() && SCHEME.matcher(text).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** True where the text was meant as a URI: a scheme of two characters or more, then something. */
  static boolean hasScheme(String text) {
    return SCHEME.matcher(text).matches();
  }

  /** The URI with every character that may not stand in one percent-encoded as UTF-8. */
  static String escaped(String text) {
    StringBuilder uri = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (UNRESERVED.indexOf(c) >= 0 || RESERVED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    String escaped = uri.toString();
    return isLegal(escaped) ? escaped : escaped.replace("%", "%25");
  }

  /** One component of a URN: everything that is not unreserved is percent-encoded. */
  static String component(String text) {
    StringBuilder part = new StringBuilder(text.length() + 8);
    for (byte b : text.strip().getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (UNRESERVED.indexOf(c) >= 0) {
        part.append(c);
      } else {
        part.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return part.toString();
  }
}
