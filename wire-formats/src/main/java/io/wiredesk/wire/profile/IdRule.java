package io.wiredesk.wire.profile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A provider's rule for identifiers: where one is written, which part of it is the same over all
 * revisions, and the URI that is made of that. Immutable.
 *
 * @param from field that carries it: {@code uri} (the wire's own identifier), {@code slugline},
 *     {@code title}, {@code headline}, {@code fileName}, {@code altIds.<role>}, {@code
 *     extras.<name>}
 * @param pattern what must be found in that field; its first group (without one, the whole match)
 *     is {@code {id}}
 * @param template the URI, with {@code {id}}, {@code {provider}}, {@code {service}}, {@code
 *     {sequence}}, {@code {day}} (uuuuMMdd in the feed's zone)
 */
public record IdRule(String from, Pattern pattern, String template) {

  private static final Pattern FROM =
      Pattern.compile("uri|slugline|title|headline|fileName|altIds\\.\\S+|extras\\..+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern KNOWN = Pattern.compile("id|provider|service|sequence|day");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:\\S+");
  private static final int MAX_LENGTH = 500;

  public IdRule {
    if (!FROM.matcher(from).matches()) {
      throw new IllegalArgumentException(
          "id.from: '"
              + from
              + "' is no field; uri, slugline, title, headline, fileName, altIds.<role> or"
              + " extras.<name>");
    }
    PLACEHOLDER
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !KNOWN.matcher(name).matches())
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "id.uri: {"
                      + name
                      + "} is unknown; {id}, {provider}, {service}, {sequence}, {day}");
            });
    if (!URI.matcher(PLACEHOLDER.matcher(template).replaceAll("x")).matches()) {
      throw new IllegalArgumentException(
          "id.uri: '" + template + "' is no URI; for example urn:newsml:agency.example:{id}");
    }
  }

  /** The rule of the settings' texts; errors name the key. */
  static IdRule of(String from, String pattern, String template) {
    try {
      return new IdRule(from, Pattern.compile(pattern), template);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "id.pattern: '" + pattern + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  /**
   * The URI for what the field holds; empty where the pattern is not found or a value that the
   * template needs is missing.
   *
   * @param written the field's content
   * @param values of the other placeholders, by their names
   */
  public Optional<String> uri(String written, Map<String, String> values) {
    Matcher found = pattern.matcher(written.substring(0, Math.min(written.length(), MAX_LENGTH)));
    if (!found.find()) {
      return Optional.empty();
    }
    String id = found.groupCount() > 0 && found.group(1) != null ? found.group(1) : found.group();
    StringBuilder uri = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    while (placeholder.find()) {
      String name = placeholder.group(1);
      String value = name.equals("id") ? id : values.getOrDefault(name, "");
      if (value.isBlank()) {
        return Optional.empty();
      }
      placeholder.appendReplacement(uri, Matcher.quoteReplacement(value.strip()));
    }
    return Optional.of(placeholder.appendTail(uri).toString());
  }
}
