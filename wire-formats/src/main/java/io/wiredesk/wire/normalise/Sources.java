package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a wire names, with the provider among them, which ninjs has no other place for.
 * Stateless.
 */
final class Sources {

  private Sources() {}

  /** Each once, in wire order; a source that is the provider by its code alone gets its name. */
  static List<Concept> of(List<Concept> wire, @Nullable String provider) {
    List<Concept> sources = new ArrayList<>(wire.stream().distinct().toList());
    if (provider == null) {
      return sources;
    }
    for (int i = 0; i < sources.size(); i++) {
      Concept source = sources.get(i);
      if (provider.equalsIgnoreCase(source.getName())) {
        return sources;
      }
      if (source.getName() == null && provider.equalsIgnoreCase(local(source.getLiteral()))) {
        sources.set(i, Concept.newBuilder(source).setName(provider).build());
        return sources;
      }
    }
    sources.add(new Concept(provider, null, null, "provider", Creator.WIRE, null, null));
    return sources;
  }

  /** A code without its scheme: "nprov:AFP". */
  private static @Nullable String local(@Nullable String code) {
    return code == null ? null : code.substring(code.lastIndexOf(':') + 1);
  }
}
