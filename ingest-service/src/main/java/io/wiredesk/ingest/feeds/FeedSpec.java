package io.wiredesk.ingest.feeds;

import io.wiredesk.wire.profile.Durations;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One checked entry of {@code feeds.yml}. Holds secrets in the clear: {@link #toString} leaves them
 * out. Immutable.
 *
 * @param name of the feed
 * @param kind way in
 * @param paused nothing is taken while true
 * @param allowPrivate addresses of private networks are permitted
 * @param options what the entry says of its transport, secrets filled in
 * @param profile what is known of the provider
 */
public record FeedSpec(
    String name,
    FeedKind kind,
    boolean paused,
    boolean allowPrivate,
    Map<FeedOption, String> options,
    FeedProfile profile) {

  public FeedSpec {
    options = Map.copyOf(options);
  }

  /** What the entry says; null where it does not. */
  public @Nullable String get(FeedOption option) {
    return options.get(option);
  }

  /** What the entry says, or else {@code otherwise}. */
  public String get(FeedOption option, String otherwise) {
    return options.getOrDefault(option, otherwise);
  }

  /** An option that the kind requires. */
  public String require(FeedOption option) {
    String value = options.get(option);
    if (value == null) {
      throw new IllegalStateException("the check lets no entry through without " + option.word());
    }
    return value;
  }

  /** A flag; {@code otherwise} where the entry does not say. */
  public boolean flag(FeedOption option, boolean otherwise) {
    String value = options.get(option);
    return value == null ? otherwise : Boolean.parseBoolean(value);
  }

  /** A time; {@code otherwise} where the entry does not say. */
  public Duration time(FeedOption option, Duration otherwise) {
    String value = options.get(option);
    return value == null ? otherwise : Durations.parse(value).orElse(otherwise);
  }

  /** Between two looks. */
  public Duration poll() {
    return time(FeedOption.POLL, kind.defaultPoll());
  }

  /** What becomes of something at its source when it is taken in. */
  public After after() {
    return After.of(get(FeedOption.AFTER, kind.afters().get(0)));
  }

  /** True where nothing differs that the running transport would notice. */
  public boolean runsLike(FeedSpec other) {
    return name.equals(other.name)
        && kind == other.kind
        && paused == other.paused
        && allowPrivate == other.allowPrivate
        && options.equals(other.options);
  }

  @Override
  public String toString() {
    return name + " (" + kind.word() + ")";
  }
}
