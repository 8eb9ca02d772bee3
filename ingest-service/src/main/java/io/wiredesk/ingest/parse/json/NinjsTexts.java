package io.wiredesk.ingest.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.ingest.parse.WireItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Headlines, descriptions and bodies of ninjs: {@code headline}, {@code headline_*}, {@code
 * body_html}, {@code body_text} … of 1.x, and the arrays of 2.x and 3.x. Stateless.
 */
final class NinjsTexts {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private NinjsTexts() {}

  static void read(Fields f, WireItem item) {
    headlines(f, item);
    descriptions(f, item);
    bodies(f, item);
  }

  private static void headlines(Fields f, WireItem item) {
    for (JsonNode each : f.list("headlines")) {
      String value = value(each);
      item.headline(role(each), html(each, value) ? plain(value) : value);
    }
    item.headline("main", f.text("headline"));
    f.startingWith("headline_").forEach((role, node) -> item.headline(role, Fields.text(node)));
    for (String role : List.of("kicker", "subheadline", "subhead")) {
      item.headline(role, f.text(role));
    }
  }

  private static void descriptions(Fields f, WireItem item) {
    for (JsonNode each : f.list("descriptions")) {
      String value = value(each);
      describe(item, role(each), html(each, value) ? plain(value) : value);
    }
    for (Map.Entry<String, JsonNode> each : f.startingWith("description_").entrySet()) {
      String value = Fields.text(each.getValue());
      boolean markup = each.getKey().toLowerCase(Locale.ROOT).contains("html");
      describe(item, markup ? null : each.getKey(), markup ? plain(value) : value);
    }
    for (String role : List.of("abstract", "summary", "description", "teaser", "caption")) {
      describe(item, role, plain(f.text(role)));
    }
  }

  /** The same summary in another dress is one summary. */
  private static void describe(WireItem item, @Nullable String role, @Nullable String value) {
    if (item.descriptions.stream().noneMatch(has -> has.getValue().equals(value))) {
      item.description(role, value);
    }
  }

  private static void bodies(Fields f, WireItem item) {
    List<JsonNode> bodies = f.list("bodies");
    for (boolean markup : new boolean[] {true, false}) {
      for (JsonNode each : bodies) {
        String value = value(each);
        if (html(each, value) == markup) {
          add(item, markup, value, role(each), "bodies");
        }
      }
    }
    Map<String, JsonNode> keyed = f.startingWith("body_");
    for (boolean markup : new boolean[] {true, false}) {
      keyed.forEach(
          (key, node) -> {
            boolean html = key.toLowerCase(Locale.ROOT).matches(".*(html|nitf|xml).*");
            if (html == markup) {
              add(item, markup, Fields.text(node), bodyRole(key), "body_" + key);
            }
          });
    }
    for (String name : List.of("body", "content", "text", "story")) {
      String value = item.bodies.isEmpty() ? f.text(name) : null;
      add(item, value != null && TAG.matcher(value).find(), value, "main", name);
    }
  }

  /** body_html, body_text and the like are one body in several dresses. */
  private static String bodyRole(String key) {
    return key.toLowerCase(Locale.ROOT).matches("x?html[0-9]?|text|nitf|xml") ? "main" : key;
  }

  private static void add(
      WireItem item, boolean html, @Nullable String value, @Nullable String role, String origin) {
    if (html) {
      item.html(value, role, origin);
    } else {
      item.text(value, role, origin);
    }
  }

  private static @Nullable String value(JsonNode each) {
    return each.isObject()
        ? new Fields(each).text("value", "text", "html", "description")
        : Fields.text(each);
  }

  private static @Nullable String role(JsonNode each) {
    return each.isObject() ? new Fields(each).text("role") : null;
  }

  /** By its content type, or, where that is unknown or missing, by tags in the text. */
  private static boolean html(JsonNode each, @Nullable String value) {
    String type = each.isObject() ? new Fields(each).text("contenttype", "mimetype") : null;
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.contains("html")
        || lower.contains("xml")
        || (!lower.equals("text/plain") && value != null && TAG.matcher(value).find());
  }

  static @Nullable String plain(@Nullable String value) {
    return value == null || value.indexOf('<') < 0 && value.indexOf('&') < 0
        ? value
        : Jsoup.parseBodyFragment(value).text();
  }
}
