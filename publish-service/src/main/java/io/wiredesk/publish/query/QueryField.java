package io.wiredesk.publish.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a query can ask for; {@code docs/desks.md} lists them. */
public enum QueryField {
  HEADLINE("headline", Kind.WORDS, "headlines, and the short title"),
  SLUGLINE("slugline", Kind.WORDS, "working name of the story"),
  TEXT("text", Kind.WORDS, "the body, its first 200,000 characters"),
  DESCRIPTION("description", Kind.WORDS, "summaries and captions"),
  NOTE("note", Kind.WORDS, "public notes to editors"),
  BY("by", Kind.WORDS, "byline"),
  LOCATED("located", Kind.WORDS, "place of the dateline"),
  KEYWORD("keyword", Kind.WORDS, "keywords of the wire"),
  SECTION("section", Kind.CODES, "newsroom section, or its Media Topic"),
  SUBJECT("subject", Kind.NAMES, "subjects coded on the wire"),
  GENRE("genre", Kind.NAMES, "genres"),
  ENTITY("entity", Kind.NAMES, "everybody and everything that the wire codes or the text names"),
  PERSON("person", Kind.NAMES, "people among them"),
  ORGANISATION("organisation", Kind.NAMES, "organisations among them"),
  PLACE("place", Kind.NAMES, "places among them"),
  COUNTRY("country", Kind.CODES, "countries of the places found: germany, or de (ISO 3166)"),
  CREDIT("credit", Kind.NAMES, "sources of the content"),
  PROVIDER("provider", Kind.CODES, "the agency: its one name, its uri, or as the wire wrote it"),
  FEED("feed", Kind.CODES, "the line it came over"),
  URGENCY("urgency", Kind.DIGIT, "1 (highest) to 9; also urgency<3, urgency:1-3, [1 TO 3]"),
  LANGUAGE("language", Kind.CODES, "language: german, or its tag; en also finds en-GB"),
  SIGNAL("signal", Kind.CODES, "new, update, correction, writethru, alert, …"),
  TYPE("type", Kind.CODES, "text, picture, video, …"),
  PROFILE("profile", Kind.CODES, "profile, such as alert"),
  THREAD("thread", Kind.CODES, "uri of the running story"),
  URI("uri", Kind.CODES, "uri of the item");

  /** How values become terms. */
  public enum Kind {
    /** Words in any case, accents or none; phrases and beginnings of words work. */
    WORDS("words"),
    /** Words of the names, and whole uris or codes ({@code "medtop:15000000"}). */
    NAMES("names, codes"),
    /** Whole values, in any case. */
    CODES("whole values"),
    /** One digit. */
    DIGIT("number");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  /** What a query without a field name asks for. */
  static final List<QueryField> DEFAULT = List.of(HEADLINE, SLUGLINE, TEXT);

  /** Field of the index that holds the names of the fields an item has. */
  static final String PRESENT = "#";

  private static final Map<String, QueryField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(f -> f.fieldName, Function.identity()));
  private static final Map<String, QueryField> ALIASES =
      Map.of("organization", ORGANISATION, "location", PLACE, "ednote", NOTE);

  private final String fieldName;
  private final Kind kind;
  private final String meaning;

  QueryField(String fieldName, Kind kind, String meaning) {
    this.fieldName = fieldName;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** Name in a query, and in the index. */
  public String fieldName() {
    return fieldName;
  }

  Kind kind() {
    return kind;
  }

  /** Field of the index with whole uris and codes, of a field of names. */
  String codes() {
    return fieldName + PRESENT;
  }

  /** The field of that name, or that is also called so. */
  static Optional<QueryField> named(String name) {
    return Optional.ofNullable(BY_NAME.getOrDefault(name, ALIASES.get(name)));
  }

  /** True for a field of the index whose values are one term each. */
  static boolean holdsWholeValues(String indexField) {
    QueryField field = BY_NAME.get(indexField);
    return field == null || field.kind == Kind.CODES || field.kind == Kind.DIGIT;
  }

  /** True for a field of words, or of names. */
  boolean hasWords() {
    return kind == Kind.WORDS || kind == Kind.NAMES;
  }

  /** All names by which a field can be called. */
  static List<String> allNames() {
    return Stream.concat(BY_NAME.keySet().stream(), ALIASES.keySet().stream()).sorted().toList();
  }

  /** All names, for people. */
  static String names() {
    return Arrays.stream(values()).map(QueryField::fieldName).collect(Collectors.joining(", "));
  }

  /** The documentation's row for this field. */
  public String row() {
    return "| `" + fieldName + "` | " + kind.title + " | " + meaning + " |";
  }
}
