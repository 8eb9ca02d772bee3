package io.wiredesk.enrich.section;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sections that the agency's own codes name: Media Topics, the older subject codes, IIM and
 * ANPA categories, dpa desks, plain names of sections ({@code wire-codes.txt}). Immutable.
 */
final class WireCodes {
  /** Recorded in {@code Enrichment.models}. */
  static final String VERSION = "3";

  private static final Pattern IPTC_URI =
      Pattern.compile("https?://cv\\.iptc\\.org/newscodes/([a-z]+)/([\\w-]+)/?");

  /** A scheme's alias and a code; the alias is absent where the wire had none. */
  private static final Pattern LITERAL = Pattern.compile("(?:([\\w.-]+):)?([\\w-]+)");

  private static final Map<String, String> SCHEMES =
      Map.ofEntries(
          Map.entry("subjectcode", "subj"),
          Map.entry("subj", "subj"),
          Map.entry("iptccat", "iim"),
          Map.entry("iim", "iim"),
          Map.entry("iptc", "iim"),
          Map.entry("anpa", "anpa"),
          Map.entry("anpacat", "anpa"),
          Map.entry("apcategorycode", "anpa"),
          Map.entry("apcat", "anpa"),
          Map.entry("ap", "anpa"),
          Map.entry("cat", "anpa"),
          Map.entry("category", "anpa"),
          Map.entry("dpa", "dpa"),
          Map.entry("dpacat", "dpa"),
          Map.entry("dpasubject", "dpa"),
          Map.entry("ressort", "dpa"),
          Map.entry("desk", "dpa"));

  /** Whose bare codes have one, two and three letters. */
  private static final List<String> BY_LETTERS = List.of("anpa", "dpa", "iim");

  /**
   * IPTC 7901 leaves its one letter to the provider: these mean the same everywhere, the others,
   * {@code e} and {@code p} above all, do not.
   */
  private static final String SHARED_LETTERS = "fis";

  private final MediaTopics topics;
  private final Map<String, String> topicOf = new HashMap<>();

  WireCodes(MediaTopics topics) {
    this.topics = topics;
    for (String line : Tables.lines("wire-codes.txt")) {
      String[] columns = line.trim().split("\\s+");
      topicOf.put(columns[0] + ':' + columns[1].replace('_', ' '), columns[2]);
    }
  }

  /**
   * Sections of the item's coded subjects and genres, one entry a section with its most exact
   * topic, the main subject first, else the wire's order; codes of an inferring creator do not
   * count, nor does a letter whose meaning only the provider knows; a feed's profile says it.
   */
  List<NewsSection> sections(NewsItem item) {
    Map<String, NewsSection> bySection = new LinkedHashMap<>();
    item.getSubjects().stream()
        .filter(concept -> concept.getCreator() == Creator.WIRE)
        .filter(concept -> !isProvidersOwnLetter(concept, item))
        .sorted(Comparator.comparing(concept -> !"mainSubject".equals(concept.getRel())))
        .forEach(
            concept ->
                topic(concept)
                    .ifPresent(
                        topic ->
                            bySection.merge(
                                topic.section(), section(topic, concept), WireCodes::moreExact)));
    return bySection.values().stream().limit(SectionModel.MOST).toList();
  }

  private static boolean isProvidersOwnLetter(Concept concept, NewsItem item) {
    String code = concept.getLiteral();
    return "iptc7901".equals(item.getSource().getFormat())
        && concept.getUri() == null
        && code != null
        && code.length() == 1
        && SHARED_LETTERS.indexOf(Character.toLowerCase(code.charAt(0))) < 0;
  }

  private static NewsSection moreExact(NewsSection before, NewsSection now) {
    return before.getUri().endsWith("000000") ? now : before;
  }

  private static NewsSection section(MediaTopic topic, Concept concept) {
    Integer confidence = concept.getConfidence();
    return NewsSection.newBuilder()
        .setSection(topic.section())
        .setUri(topic.uri())
        .setName(topic.name())
        .setConfidence(confidence == null ? 1 : Math.min(100, Math.max(0, confidence)) / 100.0)
        .setCreator(Creator.WIRE)
        .build();
  }

  private Optional<MediaTopic> topic(Concept concept) {
    return Stream.of(concept.getUri(), concept.getLiteral())
        .filter(Objects::nonNull)
        .map(code -> topicOfCode(code.strip()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> topicOfName(concept));
  }

  private Optional<MediaTopic> topicOfCode(String code) {
    Matcher uri = IPTC_URI.matcher(code);
    if (uri.matches()) {
      return topic(uri.group(1), uri.group(2).toLowerCase(Locale.ROOT));
    }
    Matcher literal = LITERAL.matcher(code.toLowerCase(Locale.ROOT));
    return literal.matches()
        ? topic(literal.group(1) == null ? "" : literal.group(1), literal.group(2))
        : Optional.empty();
  }

  /** Feeds often send no code but the plain name of a section. */
  private Optional<MediaTopic> topicOfName(Concept concept) {
    return Stream.of(concept.getName(), concept.getLiteral())
        .filter(Objects::nonNull)
        .map(name -> topicOf.get("name:" + name.strip().toLowerCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(topics::find);
  }

  private Optional<MediaTopic> topic(String alias, String code) {
    String scheme = alias.isEmpty() ? schemeOf(code) : SCHEMES.getOrDefault(alias, alias);
    return switch (scheme) {
      case "medtop", "mediatopic" -> topics.find(code);
      case "subj" -> longest("subj", code, 8, 5, 2);
      case "iim", "anpa", "dpa" -> longest(scheme, code, code.length());
      default -> Optional.empty();
    };
  }

  /** The scheme of a bare code by its shape; both IPTC vocabularies share their top level. */
  private static String schemeOf(String code) {
    if (code.matches("2[0-9]{7}")) {
      return "medtop";
    }
    if (code.matches("[01][0-9]{7}")) {
      return "subj";
    }
    return code.matches("[a-z]{1,3}") ? BY_LETTERS.get(code.length() - 1) : "";
  }

  private Optional<MediaTopic> longest(String scheme, String code, int... lengths) {
    for (int length : lengths) {
      String topic =
          code.length() < length ? null : topicOf.get(scheme + ':' + code.substring(0, length));
      if (topic != null) {
        return topics.find(topic);
      }
    }
    return Optional.empty();
  }
}
