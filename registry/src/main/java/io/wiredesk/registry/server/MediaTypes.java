package io.wiredesk.registry.server;

import io.wiredesk.registry.RegistryException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of Confluent's three content types an answer is in. Stateless. */
final class MediaTypes {
  static final String V1 = "application/vnd.schemaregistry.v1+json";

  private static final List<String> OURS =
      List.of(V1, "application/vnd.schemaregistry+json", "application/json");

  private MediaTypes() {}

  /**
   * The first that {@code Accept} names, V1 where it takes anything.
   *
   * @throws RegistryException 406 where it takes none
   */
  static String accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return V1;
    }
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.strip().split("\\s*;\\s*");
      boolean refused = List.of(parts).stream().anyMatch(p -> p.matches("q=0(\\.0*)?"));
      if (refused) {
        continue;
      }
      if (parts[0].equals("*/*") || parts[0].equals("application/*") || parts[0].equals("*")) {
        return V1;
      }
      if (OURS.contains(parts[0])) {
        return parts[0];
      }
    }
    throw new RegistryException(406, 406, "HTTP 406 Not Acceptable");
  }
}
