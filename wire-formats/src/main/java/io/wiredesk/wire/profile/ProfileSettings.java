package io.wiredesk.wire.profile;

import io.wiredesk.wire.normalise.provider.Agencies;
import io.wiredesk.wire.normalise.provider.Agency;
import io.wiredesk.wire.normalise.vocabulary.LanguageTags;
import io.wiredesk.wire.normalise.vocabulary.NewsCodes;
import io.wiredesk.wire.time.DayOrder;
import io.wiredesk.wire.time.TimeRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a feed as settings: {@code provider}, {@code timeZone}, {@code language}, {@code
 * zones} (abbreviation → zone), {@code dayOrder}, {@code urgencies} (code → 1–9), {@code
 * categories} and {@code sections} (the provider's code or name → Media Topic, subject code or
 * house section), {@code killPhrases} (list), {@code id} ({@code from}, {@code pattern}, {@code
 * uri}), {@code takesWait} (time), {@code providers} (spelling → name), {@code speaks-for}
 * (providers, beginnings of uris), {@code kills-for} (providers). All may be left out; an unknown
 * key or a value that cannot be meant is refused with the key and what may stand there. One use.
 */
final class ProfileSettings {

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "provider",
              "timeZone",
              "zones",
              "dayOrder",
              "language",
              "urgencies",
              "categories",
              "sections",
              "killPhrases",
              "id",
              "takesWait",
              "providers",
              "speaks-for",
              "kills-for"));
  private static final Set<String> ID_KEYS = new TreeSet<>(Set.of("from", "pattern", "uri"));

  /** Begins with a scheme, and says more than that. */
  private static final Pattern SPACE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:[^\\s:/]*[^\\s]{3,}");

  private final Map<String, ?> settings;

  ProfileSettings(Map<String, ?> settings) {
    this.settings = settings;
  }

  FeedProfile profile(String feed) {
    known("", settings, KEYS);
    Map<String, String> categories = new HashMap<>(topics("sections"));
    categories.putAll(topics("categories"));
    return new FeedProfile(
        feed,
        text("provider", settings.get("provider")),
        new TimeRules(zone(), settings.get("timeZone") == null, zones(), dayOrder()),
        language(),
        urgencies(),
        categories,
        killPhrases(),
        idRule(),
        takesWait(),
        providers(),
        authority(),
        Claims.NONE);
  }

  private Map<String, String> providers() {
    Map<String, String> providers = new HashMap<>();
    map("providers", settings.get("providers"))
        .forEach(
            (written, value) -> {
              String name = text("providers." + written, value);
              if (name == null) {
                throw refused("providers." + written, value, "the name of a provider");
              }
              providers.put(written.strip(), name);
            });
    return providers;
  }

  private FeedAuthority authority() {
    Set<String> providers = new TreeSet<>();
    Set<String> spaces = new TreeSet<>();
    for (String entry : texts("speaks-for")) {
      if (entry.indexOf(':') < 0) {
        providers.add(canonical(entry));
      } else if (SPACE.matcher(entry).matches()) {
        spaces.add(entry);
      } else {
        throw refused(
            "speaks-for",
            entry,
            "a provider or the beginning of its uris, for example urn:newsml:agency.example");
      }
    }
    if (!spaces.isEmpty() && text("provider", settings.get("provider")) == null) {
      throw new IllegalArgumentException(
          "speaks-for: uris belong to a provider; say which one with the key provider");
    }
    Set<String> killsFor = new TreeSet<>();
    texts("kills-for").forEach(name -> killsFor.add(canonical(name)));
    return new FeedAuthority(providers, spaces, killsFor);
  }

  private static String canonical(String provider) {
    return Agencies.table().named(provider).map(Agency::name).orElse(provider);
  }

  private List<String> texts(String key) {
    Object value = settings.get(key);
    if (value == null) {
      return List.of();
    }
    List<?> list = value instanceof List<?> several ? several : List.of(value);
    return list.stream()
        .map(
            each -> {
              String text = text(key, each);
              if (text == null) {
                throw refused(key, each, "a text");
              }
              return text;
            })
        .toList();
  }

  private ZoneId zone() {
    String zone = text("timeZone", settings.get("timeZone"));
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw refused("timeZone", zone, "a zone of the tz database, for example Europe/Madrid");
    }
  }

  private Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new HashMap<>();
    map("zones", settings.get("zones"))
        .forEach(
            (name, value) -> {
              String zone = text("zones." + name, value);
              try {
                zones.put(name.strip().toUpperCase(Locale.ROOT), ZoneId.of(String.valueOf(zone)));
              } catch (DateTimeException e) {
                throw refused(
                    "zones." + name, zone, "a zone of the tz database or an offset such as +05:30");
              }
            });
    return zones;
  }

  private @Nullable DayOrder dayOrder() {
    String order = text("dayOrder", settings.get("dayOrder"));
    if (order == null) {
      return null;
    }
    return switch (order) {
      case "day-first" -> DayOrder.DAY_FIRST;
      case "month-first" -> DayOrder.MONTH_FIRST;
      default -> throw refused("dayOrder", order, "day-first or month-first");
    };
  }

  private @Nullable String language() {
    String language = text("language", settings.get("language"));
    if (language != null && LanguageTags.normalise(language) == null) {
      throw refused("language", language, "a BCP 47 tag, for example es or pt-BR");
    }
    return language;
  }

  private Map<String, Integer> urgencies() {
    Map<String, Integer> urgencies = new HashMap<>();
    map("urgencies", settings.get("urgencies"))
        .forEach(
            (code, value) -> {
              String number = String.valueOf(value);
              if (!number.matches("[1-9]")) {
                throw refused("urgencies." + code, value, "an urgency, 1 (highest) to 9");
              }
              urgencies.put(code.strip().toUpperCase(Locale.ROOT), Integer.valueOf(number));
            });
    return urgencies;
  }

  private Map<String, String> topics(String key) {
    Map<String, String> topics = new HashMap<>();
    map(key, settings.get(key))
        .forEach(
            (code, value) -> {
              String topic = text(key + "." + code, value);
              if (topic == null || !NewsCodes.isTopicOrSection(topic)) {
                throw refused(
                    key + "." + code,
                    value,
                    "a Media Topic (medtop:04000000), a subject code (eight digits) or one of "
                        + NewsCodes.sections());
              }
              topics.put(code.strip().toUpperCase(Locale.ROOT), topic);
            });
    return topics;
  }

  private List<String> killPhrases() {
    Object value = settings.get("killPhrases");
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw refused("killPhrases", value, "a list of phrases");
    }
    return list.stream()
        .map(
            phrase -> {
              String text = text("killPhrases", phrase);
              if (text == null || text.length() < 3) {
                throw refused("killPhrases", phrase, "phrases of three characters or more");
              }
              return text;
            })
        .toList();
  }

  private @Nullable IdRule idRule() {
    Map<String, ?> id = map("id", settings.get("id"));
    if (id.isEmpty()) {
      return null;
    }
    known("id.", id, ID_KEYS);
    String uri = text("id.uri", id.get("uri"));
    if (uri == null) {
      throw refused("id.uri", null, "a URI with {id}, for example urn:newsml:agency.example:{id}");
    }
    String from = text("id.from", id.get("from"));
    String pattern = text("id.pattern", id.get("pattern"));
    return IdRule.of(from == null ? "uri" : from, pattern == null ? ".+" : pattern, uri);
  }

  private @Nullable Duration takesWait() {
    String wait = text("takesWait", settings.get("takesWait"));
    if (wait == null) {
      return null;
    }
    return Durations.parse(wait)
        .orElseThrow(
            () -> refused("takesWait", wait, "a time of at most a day, for example 30s, 5m or 1h"));
  }

  private static @Nullable String text(String key, @Nullable Object value) {
    if (value instanceof Map || value instanceof List) {
      throw refused(key, value, "a text");
    }
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  private static Map<String, ?> map(String key, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw refused(key, value, "a mapping of keys to values");
    }
    // YAML reads 1: as a number
    Map<String, Object> named = new HashMap<>();
    map.forEach((name, each) -> named.put(String.valueOf(name), each));
    return named;
  }

  private static void known(String prefix, Map<String, ?> given, Set<String> keys) {
    for (String key : given.keySet()) {
      if (!keys.contains(key)) {
        throw new IllegalArgumentException(
            prefix + key + ": no such key; " + String.join(", ", keys));
      }
    }
  }

  private static IllegalArgumentException refused(
      String key, @Nullable Object value, String wanted) {
    return new IllegalArgumentException(key + ": '" + value + "' is not " + wanted);
  }
}
