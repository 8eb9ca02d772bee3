package io.wiredesk.wire.normalise.provider;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose copy it is. Immutable.
 *
 * @param name the agency's one name, else what was written; null where nobody said
 * @param uri the agency's uri; null for what is not in the table
 * @param written as the wire wrote it; null where the wire did not say
 */
public record Provider(@Nullable String name, @Nullable String uri, @Nullable String written) {

  private static final Pattern SIGN_OFF =
      Pattern.compile("[(\\[]([^()\\[\\]\\n]{2,40})[)\\]]\\.?$");
  private static final Pattern TITLE_PARTS = Pattern.compile("\\s*[|:–—»]\\s*|\\s+-+\\s+");

  /** A shorter first part of a title is a word like any other. */
  private static final int LEAST_OF_TITLE = 5;

  /**
   * What is known beside what the wire says of its provider.
   *
   * @param provider of the feed, null: unknown
   * @param spellings of the feed's profile, as written → name; they go before the table
   * @param language of the item or feed, BCP 47; null: unknown
   * @param address identifier of the item, which may lie in an agency's domain
   * @param text of the item, which may end with an agency's sign
   */
  public record Clues(
      @Nullable String provider,
      Map<String, String> spellings,
      @Nullable String language,
      @Nullable String address,
      String text) {}

  /**
   * The provider, by what the wire states, else the feed's profile, else the domain of the
   * identifier, else the sign below the copy: "(ANI)".
   *
   * @param stated by the wire, null where it does not say
   */
  public static Provider of(@Nullable String stated, Clues clues) {
    if (stated != null && !stated.isBlank()) {
      return ofWritten(stated.strip(), clues);
    }
    if (clues.provider() != null) {
      Provider own = ofWritten(clues.provider(), clues);
      return new Provider(own.name(), own.uri(), null);
    }
    Agencies table = Agencies.table();
    return table
        .ofAddress(clues.address())
        .map(agency -> new Provider(agency.name(), agency.uri(), null))
        .or(() -> signed(clues))
        .orElseGet(() -> new Provider(null, null, null));
  }

  private static Provider ofWritten(String written, Clues clues) {
    String key = Agencies.key(written);
    Agencies table = Agencies.table();
    Optional<String> own =
        clues.spellings().entrySet().stream()
            .filter(entry -> Agencies.key(entry.getKey()).equals(key))
            .map(Map.Entry::getValue)
            .findFirst();
    if (own.isPresent()) {
      String uri = table.named(own.get()).map(Agency::uri).orElse(null);
      return new Provider(own.get(), uri, written);
    }
    return Stream.ofNullable(clues.provider())
        .flatMap(provider -> table.named(provider).stream())
        .filter(agency -> agency.isWritten(key))
        .findFirst()
        .or(() -> table.find(written, clues.language()))
        .or(() -> ofTitle(written))
        .map(agency -> new Provider(agency.name(), agency.uri(), written))
        .orElseGet(() -> new Provider(written, null, written));
  }

  /** Titles of feeds: "Reuters: World News", "ANSA.it - Cronaca". */
  private static Optional<Agency> ofTitle(String title) {
    String first = TITLE_PARTS.split(title, 2)[0];
    boolean isPart = first.length() >= LEAST_OF_TITLE && first.length() < title.length();
    return isPart ? Agencies.table().find(first, null) : Optional.empty();
  }

  private static Optional<Provider> signed(Clues clues) {
    String text = clues.text().stripTrailing();
    Matcher sign = SIGN_OFF.matcher(text.substring(Math.max(0, text.length() - 60)));
    return sign.find()
        ? Agencies.table()
            .find(sign.group(1), clues.language())
            .map(agency -> new Provider(agency.name(), agency.uri(), sign.group(1).strip()))
        : Optional.empty();
  }
}
