package io.wiredesk.publish.query;

import io.wiredesk.publish.query.Tokens.Token;
import io.wiredesk.schemas.Signal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values of the fields that hold whole values: lists that are closed are known here, so that a
 * value that no item can have is refused. Stateless.
 */
final class Vocabulary {

  private static final List<String> SECTIONS =
      List.of(
          "world",
          "politics",
          "business",
          "sport",
          "technology",
          "science",
          "health",
          "culture",
          "environment",
          "crime",
          "disaster",
          "weather",
          "education",
          "religion",
          "labour",
          "lifestyle",
          "society",
          "conflict");
  private static final Map<String, String> SECTIONS_ALSO =
      Map.of("sports", "sport", "labor", "labour", "tech", "technology");

  /** Of ninjs 3.1. */
  private static final List<String> TYPES =
      List.of(
          "text",
          "audio",
          "video",
          "picture",
          "graphic",
          "composite",
          "component",
          "event",
          "planning");

  private static final Map<String, String> TYPES_ALSO =
      Map.of("photo", "picture", "image", "picture", "article", "text");
  private static final List<String> SIGNALS =
      Arrays.stream(Signal.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
  private static final Pattern MEDIA_TOPIC =
      Pattern.compile(
          "(?:medtop:|http://cv\\.iptc\\.org/newscodes/mediatopic/)?((?:0[1-9]|1[0-7]|20)\\d{6})");

  private Vocabulary() {}

  /** The value as items have it. */
  static String value(QueryField field, String text, Token at) throws QueryRefused {
    String folded = Folding.fold(text.strip());
    if (folded.isEmpty()) {
      throw at.refused("there is no value in \"" + text + "\".");
    }
    return switch (field) {
      case SECTION -> section(folded, at);
      case TYPE -> closed(field, TYPES_ALSO.getOrDefault(folded, folded), TYPES, at);
      case SIGNAL -> closed(field, folded, SIGNALS, at);
      case LANGUAGE -> language(folded, at);
      case COUNTRY -> country(folded, at);
      default -> folded;
    };
  }

  /** A pattern; refused where no value of a closed list is like it. */
  static Part.Want pattern(QueryField field, Token at, Part.Pattern pattern) throws QueryRefused {
    Collection<String> known =
        switch (field) {
          case SECTION -> SECTIONS;
          case TYPE -> TYPES;
          case SIGNAL -> SIGNALS;
          case COUNTRY -> Names.COUNTRIES.codes();
          default -> List.of();
        };
    String folded = Folding.fold(pattern.pattern());
    boolean topic = field == QueryField.SECTION && folded.matches("(medtop|http)\\\\?:.*");
    Pattern like =
        Pattern.compile(
            folded
                .codePoints()
                .mapToObj(
                    c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    if (!topic && !known.isEmpty() && known.stream().noneMatch(v -> like.matcher(v).matches())) {
      throw at.refused(
          "no " + field.fieldName() + " is like " + pattern.pattern() + "; " + all(known) + ".");
    }
    return pattern;
  }

  private static String section(String folded, Token at) throws QueryRefused {
    java.util.regex.Matcher topic = MEDIA_TOPIC.matcher(folded);
    if (topic.matches()) {
      return "medtop:" + topic.group(1);
    }
    return closed(QueryField.SECTION, SECTIONS_ALSO.getOrDefault(folded, folded), SECTIONS, at);
  }

  private static String closed(QueryField field, String value, List<String> known, Token at)
      throws QueryRefused {
    if (!known.contains(value)) {
      String nearest = Nearest.question(value, known);
      throw at.refused(
          "no "
              + field.fieldName()
              + " "
              + value
              + (nearest.isEmpty() ? "; known are " + all(known) + "." : nearest));
    }
    return value;
  }

  private static String language(String folded, Token at) throws QueryRefused {
    String primary = folded.split("[-_]", 2)[0];
    if (Names.LANGUAGES.codes().contains(primary)) {
      return folded.replace('_', '-');
    }
    return Names.LANGUAGES.code(folded).orElseThrow(() -> unknown("language", folded, at));
  }

  private static String country(String folded, Token at) throws QueryRefused {
    return Names.COUNTRIES.code(folded).orElseThrow(() -> unknown("country", folded, at));
  }

  private static QueryRefused unknown(String what, String value, Token at) {
    Names names = what.equals("country") ? Names.COUNTRIES : Names.LANGUAGES;
    String nearest = Nearest.question(value, names.names());
    return at.refused(
        "no "
            + what
            + " "
            + value
            + (nearest.isEmpty()
                ? "; its English name (between quotes where it has a space) or its ISO code is"
                    + " expected."
                : nearest));
  }

  private static String all(Collection<String> known) {
    return String.join(", ", known);
  }
}
