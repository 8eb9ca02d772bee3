package io.wiredesk.cli.parse;

import io.wiredesk.schemas.NewsItem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of values that do not stand in the wire as they are printed, by their place in the
 * answer of {@code parse}; and the names under which wires have values. Stateless.
 */
final class Rules {

  /** Names of elements, attributes, keys and header lines, small letters. */
  private static final Map<String, Set<String>> NAMES =
      Map.ofEntries(
          Map.entry(
              "headlines",
              Set.of(
                  "headline",
                  "hl1",
                  "hl2",
                  "hedline",
                  "title",
                  "subject",
                  "headline_extended",
                  "name")),
          Map.entry("descriptions", Set.of("abstract", "summary", "description", "caption")),
          Map.entry("by", Set.of("byline", "by", "author", "creator", "from")),
          Map.entry("people", Set.of("person", "name", "byline", "by", "author", "creator")),
          Map.entry(
              "places", Set.of("location", "place", "places", "name", "evloc", "@city", "qcode")),
          Map.entry("subjects", Set.of("subject", "category", "qcode", "name", "code")),
          Map.entry("keywords", Set.of("keyword", "keywords")),
          Map.entry("language", Set.of("language", "lang", "xml:lang", "tag", "inlanguage")),
          Map.entry("edNote", Set.of("ednote", "ed-msg", "info")),
          Map.entry("infoSources", Set.of("provider", "source", "distributor", "credit", "name")),
          Map.entry(
              "altIds", Set.of("guid", "id", "id-string", "altid", "altids", "message-id", "link")),
          Map.entry("copyrightHolder", Set.of("copyrightholder", "holder", "name")),
          Map.entry("copyrightNotice", Set.of("copyrightnotice", "copyright", "rights")),
          Map.entry("usageTerms", Set.of("usageterms", "limitations")));

  /** By the longest beginning of the place that is here. */
  private static final List<Map.Entry<String, String>> RULES =
      List.of(
          Map.entry("standard", "the standard that parse writes"),
          Map.entry("version", "none is stated: the first"),
          Map.entry("versionCreated", "none is stated: the time of receipt"),
          Map.entry("firstCreated", "none is stated: that of this version, which is the first"),
          Map.entry("contentCreated", "worked out from the times of the item"),
          Map.entry("pubStatus", "none is stated: usable, unless it is held back (see repairs)"),
          Map.entry("type", "by the format and the media of the item"),
          Map.entry("urgency", "by the format's scale, or the profile's key urgencies"),
          Map.entry("language", "the profile's key language, or the character set of the wire"),
          Map.entry("headlines", "the first line of the copy that reads like a headline"),
          Map.entry("bodies", "the copy, cleaned"),
          Map.entry("descriptions", "the summary or caption, cleaned"),
          Map.entry("by", "the byline, its parts joined"),
          Map.entry("slugline", "the slug, without its version words"),
          Map.entry("located", "the dateline, its parts joined"),
          Map.entry(
              "infoSources",
              "the table of agencies (agencies.tsv), or the profile's keys provider and providers"),
          Map.entry(
              "subjects",
              "the vocabularies of the IPTC, or the profile's keys categories and sections"),
          Map.entry("places", "worked out from the place's code, by its vocabulary"),
          Map.entry("people", "the byline, its parts told apart"),
          Map.entry("organisations", "worked out from the code, by its vocabulary"),
          Map.entry("genres", "by the format's vocabulary"),
          Map.entry("altIds", "an identifier of the wire, its parts joined"),
          Map.entry("associations", "worked out from the medium's own fields"),
          Map.entry("renditions", "worked out from the medium's own fields"),
          Map.entry("edNote", "the notes to editors, joined"),
          Map.entry("usageTerms", "the rights, joined"),
          Map.entry("copyrightNotice", "the rights, joined"),
          Map.entry("copyrightHolder", "the rights, joined"),
          Map.entry("embargoedUntil", "the words of an embargo (see repairs)"),
          Map.entry("signal", "the words of headline, title and note; none say anything else: NEW"),
          Map.entry("revision", "orders the versions: from the version, else from its time"),
          Map.entry("text", "the copy of bodies without markup"),
          Map.entry("blocks", "counted in text"),
          Map.entry("keywords", "the slug or the subjects, split"),
          Map.entry("edNotes", "the notes to editors"),
          Map.entry("actsOn", "the references of the wire (see identity)"),
          Map.entry("source", "how the bytes came in"),
          Map.entry(
              "source/provider",
              "the table of agencies (agencies.tsv), or the profile's keys provider and providers"),
          Map.entry("source/format", "the format that was chosen (above)"),
          Map.entry("source/identityRule", "the rule that gave the uri (docs/identity.md)"),
          Map.entry("source/sha256", "worked out from the bytes"),
          Map.entry("source/repairs", "what had to be assumed or mended"),
          Map.entry("extra", "has no field: kept under its path in the wire"));

  /** Said where nothing else is known. */
  static final String NO_RULE = "worked out from what is above";

  private Rules() {}

  /** Names that a value of that field has in wires. */
  static Set<String> names(String path) {
    String field = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
    return NAMES.getOrDefault(field, Set.of(field.toLowerCase(java.util.Locale.ROOT)));
  }

  /** What a value that does not stand in the wire comes of. */
  static String of(String path, NewsItem item) {
    if (path.equals("uri")) {
      return "rule " + item.getSource().getIdentityRule() + " (docs/identity.md)";
    }
    String said = NO_RULE;
    int longest = 0;
    for (Map.Entry<String, String> rule : RULES) {
      String key = rule.getKey();
      boolean fits = path.equals(key) || path.startsWith(key + "/");
      if (fits && key.length() > longest) {
        longest = key.length();
        said = rule.getValue();
      }
    }
    return said;
  }
}
