package io.wiredesk.ingest.parse.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Character sets by any of their names. {@link Charset#forName} remembers the last two names and
 * asks every provider for all others, which took a third of reading a mail. Stateless.
 */
public final class Charsets {

  private static final Map<String, Charset> BY_NAME = byName();

  private Charsets() {}

  /** The character set of that name, whatever its case; empty where Java has none. */
  public static Optional<Charset> named(@Nullable String label) {
    return label == null
        ? Optional.empty()
        : Optional.ofNullable(BY_NAME.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Charset> byName() {
    Map<String, Charset> names = new HashMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      charset
          .aliases()
          .forEach(alias -> names.putIfAbsent(alias.toLowerCase(Locale.ROOT), charset));
    }
    for (Charset charset : Charset.availableCharsets().values()) {
      names.put(charset.name().toLowerCase(Locale.ROOT), charset); // before another's alias
    }
    return Map.copyOf(names);
  }
}
