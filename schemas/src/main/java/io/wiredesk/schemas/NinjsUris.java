package io.wiredesk.schemas;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand where ninjs asks for a URI. Stateless. */
final class NinjsUris {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.+");

  private NinjsUris() {}

  /** Absolute URI of RFC 3986: ASCII, with a scheme, every other character escaped. */
  static boolean isLegal(String text) {
    if (text.chars().anyMatch(c -> c <= ' ' || c >= 127) || !SCHEME.matcher(text).matches()) {
      return false;
    }
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The text as the last part of a URN, for identifiers that are none themselves. */
  static String urn(String prefix, String text) {
    StringBuilder urn = new StringBuilder(prefix);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      urn.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return urn.toString();
  }
}
