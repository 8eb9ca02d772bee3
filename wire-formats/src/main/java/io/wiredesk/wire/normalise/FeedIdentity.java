package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.normalise.identity.Identities;
import io.wiredesk.wire.normalise.identity.Identity;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.profile.IdRule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Identity by the rule of the feed's profile, where it has one that fits the item; the standard
 * rules decide on all others. Immutable.
 */
final class FeedIdentity {

  /** What {@code source.identityRule} says of these. */
  static final String RULE = "feed-profile";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final Identities identities;
  private final SourceInfo source;
  private final Identities.Context context;

  FeedIdentity(Identities identities, SourceInfo source, Identities.Context context) {
    this.identities = identities;
    this.source = source;
    this.context = context;
  }

  Identity of(WireItem item) {
    IdRule rule = source.profile().idRule();
    String written = rule == null ? null : written(rule.from(), item);
    if (rule == null || written == null) {
      return identities.of(item, context);
    }
    return rule.uri(written, values(item))
        .map(uri -> new Identity(identities.named(uri, context), RULE, wireId(item, uri)))
        .orElseGet(() -> identities.of(item, context));
  }

  /** Uri of another item that the wire names: by the rule where that is made of the uri alone. */
  String named(String wireId) {
    IdRule rule = source.profile().idRule();
    Optional<String> uri =
        rule == null || !rule.from().equals("uri")
            ? Optional.empty()
            : rule.uri(wireId, Map.of("provider", context.provider()));
    return identities.named(uri.orElse(wireId), context);
  }

  private static List<AltId> wireId(WireItem item, String uri) {
    String wire = item.get(Field.URI);
    return wire == null || wire.equals(uri) ? List.of() : List.of(new AltId("wireId", wire));
  }

  private @Nullable String written(String from, WireItem item) {
    if (from.startsWith("altIds.")) {
      String role = from.substring("altIds.".length());
      return item.altIds.stream()
          .filter(id -> role.equals(id.getRole()))
          .map(AltId::getValue)
          .findFirst()
          .orElse(null);
    }
    if (from.startsWith("extras.")) {
      return item.extras.get(from.substring("extras.".length()));
    }
    return switch (from) {
      case "slugline" -> item.get(Field.SLUGLINE);
      case "title" -> item.get(Field.TITLE);
      case "headline" -> item.headlines.isEmpty() ? null : item.headlines.get(0).getValue();
      case "fileName" -> fileName(source.sourceName());
      default -> item.get(Field.URI);
    };
  }

  private static @Nullable String fileName(@Nullable String sourceName) {
    return sourceName == null
        ? null
        : sourceName.substring(
            1 + Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')));
  }

  private Map<String, String> values(WireItem item) {
    Map<String, String> values = new HashMap<>();
    values.put("provider", context.provider());
    put(values, "service", item.get(Field.SERVICE));
    put(values, "sequence", item.get(Field.SEQUENCE));
    FeedProfile profile = source.profile();
    Stream.of(Field.VERSION_CREATED, Field.CONTENT_CREATED, Field.FIRST_CREATED)
        .map(item::time)
        .filter(time -> time != null && !time.equals(Instant.EPOCH))
        .findFirst()
        .ifPresent(time -> values.put("day", DAY.withZone(profile.zone()).format(time)));
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
