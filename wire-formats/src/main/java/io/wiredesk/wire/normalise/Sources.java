package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.ProviderNames;
import io.wiredesk.wire.normalise.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a wire names, with the provider among them, which ninjs has no other place for.
 * Stateless.
 */
final class Sources {

  private Sources() {}

  /**
   * Each once, in wire order; a source that is the provider by its code alone gets its name. An
   * agency stands there with its one name and uri, and once more as the wire wrote it.
   */
  static List<Concept> of(List<Concept> wire, Provider provider) {
    List<Concept> sources = new ArrayList<>(wire.stream().distinct().toList());
    String name = provider.name();
    if (name == null) {
      return sources;
    }
    boolean isThere = isNamed(sources, name, provider.uri());
    String written = provider.written();
    if (written != null && !written.equals(name) && !isNamed(sources, written, null)) {
      sources.add(new Concept(written, null, null, ProviderNames.CREDIT, Creator.WIRE, null, null));
    }
    if (!isThere) {
      sources.add(new Concept(name, provider.uri(), null, "provider", Creator.WIRE, null, null));
    }
    return sources;
  }

  /**
   * Names the source that has only the code, and gives the named one the uri where it has none;
   * where there is one, another case is another spelling.
   */
  private static boolean isNamed(List<Concept> sources, String name, @Nullable String uri) {
    for (int i = 0; i < sources.size(); i++) {
      Concept source = sources.get(i);
      boolean byCode =
          source.getName() == null && name.equalsIgnoreCase(local(source.getLiteral()));
      boolean byName =
          uri == null ? name.equalsIgnoreCase(source.getName()) : name.equals(source.getName());
      if (byCode || byName) {
        String known = source.getUri() == null ? uri : source.getUri();
        String shown = byCode ? name : source.getName();
        sources.set(i, Concept.newBuilder(source).setName(shown).setUri(known).build());
        return true;
      }
    }
    return false;
  }

  /** A code without its scheme: "nprov:AFP". */
  private static @Nullable String local(@Nullable String code) {
    return code == null ? null : code.substring(code.lastIndexOf(':') + 1);
  }
}
