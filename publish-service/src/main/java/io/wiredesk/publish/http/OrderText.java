package io.wiredesk.publish.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.BadRequestResponse;
import io.wiredesk.schemas.OrderAction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An editor's order as it is written: a JSON object with {@code action}, {@code reason}, {@code by}
 * and, for an embargo, {@code until}. Whatever is wrong or unknown is refused with a sentence: an
 * order with a typing error must not do something else. Immutable.
 *
 * @param action what to do
 * @param reason why, one line of at most {@value #LONGEST_REASON} characters
 * @param by who orders it, one line of at most {@value #LONGEST_NAME} characters
 * @param until end of an embargo, to the millisecond; null for all others
 * @param withoutHeadline the public state must not repeat the headline; never with a release
 * @param resolves uri of the unresolved kill that a kill or a release settles, null for others
 */
record OrderText(
    OrderAction action,
    String reason,
    String by,
    @Nullable Instant until,
    boolean withoutHeadline,
    @Nullable String resolves) {

  static final int LONGEST_REASON = 500;
  static final int LONGEST_NAME = 100;
  static final int LONGEST_URI = 2_000;

  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]+");
  private static final List<String> FIELDS =
      List.of("action", "reason", "by", "until", "withoutHeadline", "resolves");
  private static final Map<String, OrderAction> ACTIONS =
      Map.of(
          "kill", OrderAction.KILL,
          "withhold", OrderAction.WITHHOLD,
          "release", OrderAction.RELEASE,
          "embargo", OrderAction.EMBARGO);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads an order.
   *
   * @param now an embargo must end after it
   * @throws BadRequestResponse in one sentence
   */
  static OrderText parse(String body, Instant now) {
    JsonNode json = object(body);
    OrderAction action = action(text(json, "action"));
    String reason = line(json, "reason", LONGEST_REASON);
    String by = line(json, "by", LONGEST_NAME);
    boolean embargo = action == OrderAction.EMBARGO;
    if (embargo != json.hasNonNull("until")) {
      throw new BadRequestResponse(
          embargo
              ? "An embargo needs until, an instant such as 2026-05-01T06:00:00Z."
              : "Only an embargo has until; leave it out.");
    }
    Instant until = embargo ? until(text(json, "until"), now) : null;
    return new OrderText(
        action, reason, by, until, withoutHeadline(json, action), resolves(json, action));
  }

  private static @Nullable String resolves(JsonNode json, OrderAction action) {
    if (!json.hasNonNull("resolves")) {
      return null;
    }
    if (action != OrderAction.KILL && action != OrderAction.RELEASE) {
      throw new BadRequestResponse("Only a kill or a release resolves an unresolved kill.");
    }
    return line(json, "resolves", LONGEST_URI);
  }

  private static boolean withoutHeadline(JsonNode json, OrderAction action) {
    JsonNode value = json.path("withoutHeadline");
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean() || action == OrderAction.RELEASE) {
      throw new BadRequestResponse(
          "withoutHeadline is true or false, and of a kill, a withhold or an embargo.");
    }
    return value.asBoolean();
  }

  private static JsonNode object(String body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is not JSON: " + e.getOriginalMessage());
    }
    if (!json.isObject()) {
      throw new BadRequestResponse(
          "The body must be a JSON object with action, reason and by, and until for an embargo.");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new BadRequestResponse(
            "Unknown field " + name + "; known are " + String.join(", ", FIELDS) + ".");
      }
    }
    return json;
  }

  private static OrderAction action(String name) {
    OrderAction action = ACTIONS.get(name.toLowerCase(Locale.ROOT));
    if (action == null) {
      throw new BadRequestResponse("action must be kill, withhold, release or embargo.");
    }
    return action;
  }

  private static String line(JsonNode json, String name, int longest) {
    String text = text(json, name).strip();
    if (text.isEmpty()) {
      throw new BadRequestResponse("An order needs " + name + ".");
    }
    if (text.length() > longest || !ONE_LINE.matcher(text).matches()) {
      throw new BadRequestResponse(
          name + " must be one line of at most " + longest + " characters.");
    }
    return text;
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new BadRequestResponse("An order needs " + name + ".");
    }
    if (!value.isTextual()) {
      throw new BadRequestResponse(name + " must be text.");
    }
    return value.asText();
  }

  private static Instant until(String text, Instant now) {
    Instant until;
    try {
      until = OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          "until must be an instant with its zone, such as 2026-05-01T06:00:00Z or"
              + " 2026-05-01T08:00+02:00.");
    }
    if (!until.isAfter(now)) {
      throw new BadRequestResponse(
          "until must be later than now; to end an embargo set by hand, order a release.");
    }
    // never before the instant that was asked for
    Instant whole = until.truncatedTo(ChronoUnit.MILLIS);
    return whole.equals(until) ? until : whole.plusMillis(1);
  }
}
