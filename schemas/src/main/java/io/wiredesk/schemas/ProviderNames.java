package io.wiredesk.schemas;

import java.util.Objects;
import java.util.stream.Stream;

/** Under which names an item's provider is found. Stateless. */
public final class ProviderNames {

  /** Relation of the source that is the provider as the wire wrote it. */
  public static final String CREDIT = "credit";

  private ProviderNames() {}

  /** Its one name, its uri, and the wire's own spelling; none where nobody said. */
  public static Stream<String> of(NewsItem item) {
    String name = item.getSource().getProvider();
    if (name == null) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(name),
            item.getInfoSources().stream()
                .filter(source -> name.equals(source.getName()) || CREDIT.equals(source.getRel()))
                .flatMap(source -> Stream.of(source.getName(), source.getUri())))
        .filter(Objects::nonNull)
        .distinct();
  }
}
