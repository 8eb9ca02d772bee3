package io.wiredesk.registry.server;

import io.wiredesk.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The key without which nobody deletes, or changes levels and modes, of guarded subjects and
 * globally. Immutable.
 *
 * @param key at least 16 characters; null guards nothing
 * @param prefixes subjects whose names begin so are guarded
 */
public record Operator(@Nullable String key, List<String> prefixes) {
  /** Guards nothing. */
  public static final Operator NONE = new Operator(null, List.of());

  /** The header that carries the key; {@code Authorization}, Bearer or Basic, does as well. */
  public static final String HEADER = "X-Api-Key";

  public Operator {
    prefixes = List.copyOf(prefixes);
    if (key != null && key.length() < 16) {
      throw new IllegalArgumentException("the operator's key needs at least 16 characters");
    }
  }

  /** Does a request with these headers come from the operator? */
  boolean sent(Function<String, @Nullable String> header) {
    return key == null || matches(header.apply(HEADER)) || matches(authorization(header));
  }

  private static @Nullable String authorization(Function<String, @Nullable String> header) {
    String given = header.apply("Authorization");
    if (given == null) {
      return null;
    }
    if (given.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return given.substring(7).strip();
    }
    if (given.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        byte[] plain = Base64.getDecoder().decode(given.substring(6).strip());
        return new String(plain, StandardCharsets.UTF_8).replaceFirst("^[^:]*:", "");
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  private boolean matches(@Nullable String given) {
    return given != null
        && key != null
        && MessageDigest.isEqual(
            key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Refuses who is not the operator.
   *
   * @param subject null: globally
   * @throws RegistryException 403, 40301
   */
  void require(boolean isOperator, @Nullable String subject) {
    if (!isOperator && (subject == null || prefixes.stream().anyMatch(subject::startsWith))) {
      throw new RegistryException(
          403,
          40301,
          "Deleting, and changing levels and modes, "
              + (subject == null ? "globally" : "of " + subject)
              + " needs the operator's key: header "
              + HEADER
              + ", or Authorization");
    }
  }
}
