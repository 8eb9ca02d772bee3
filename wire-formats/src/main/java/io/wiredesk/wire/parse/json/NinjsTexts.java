package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.parse.HtmlSource;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
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

  /** body_html, body_text and the like are one body in several dresses. */
  private static final Pattern MAIN = Pattern.compile("x?html[0-9]?|text|nitf|xml");

  private record Text(boolean html, @Nullable String value, @Nullable String role) {}

  private NinjsTexts() {}

  static void read(Fields f, WireItem item) {
    headlines(f, item);
    descriptions(f, item);
    bodies(f, item);
  }

  private static void headlines(Fields f, WireItem item) {
    for (Text each : texts(f.list("headlines"))) {
      item.headline(each.role, each.html ? plain(each.value) : each.value);
    }
    item.headline("main", f.text("headline"));
    f.startingWith("headline_").forEach((role, node) -> item.headline(role, Fields.text(node)));
    for (String role : List.of("kicker", "subheadline", "subhead")) {
      item.headline(role, f.text(role));
    }
  }

  private static void descriptions(Fields f, WireItem item) {
    for (Text each : texts(f.list("descriptions"))) {
      describe(item, each.role, each.html ? plain(each.value) : each.value);
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
    for (TextValue has : item.descriptions) {
      if (has.getValue().equals(value)) {
        return;
      }
    }
    item.description(role, value);
  }

  private static void bodies(Fields f, WireItem item) {
    List<Text> bodies = texts(f.list("bodies"));
    for (boolean html : new boolean[] {true, false}) {
      for (Text each : bodies) {
        if (each.html == html) {
          add(item, each, "bodies");
        }
      }
    }
    Map<String, JsonNode> keyed = f.startingWith("body_");
    for (boolean html : new boolean[] {true, false}) {
      for (Map.Entry<String, JsonNode> each : keyed.entrySet()) {
        String key = each.getKey().toLowerCase(Locale.ROOT);
        if (isMarkup(key) == html) {
          String role = MAIN.matcher(key).matches() ? "main" : each.getKey();
          add(item, new Text(html, Fields.text(each.getValue()), role), "body_" + each.getKey());
        }
      }
    }
    for (String name : List.of("body", "content", "text", "story")) {
      String value = item.bodies.isEmpty() ? f.text(name) : null;
      add(item, new Text(hasTag(value), value, "main"), name);
    }
  }

  private static void add(WireItem item, Text text, String origin) {
    if (text.html) {
      item.html(text.value, text.role, origin);
    } else {
      item.text(text.value, text.role, origin);
    }
  }

  private static List<Text> texts(List<JsonNode> nodes) {
    List<Text> texts = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      if (node.isObject()) {
        Fields f = new Fields(node);
        String value = f.text("value", "text", "html", "description");
        texts.add(
            new Text(isHtml(f.text("contenttype", "mimetype"), value), value, f.text("role")));
      } else {
        String value = Fields.text(node);
        texts.add(new Text(hasTag(value), value, null));
      }
    }
    return texts;
  }

  /** By its content type, or, where that is unknown or missing, by tags in the text. */
  private static boolean isHtml(@Nullable String contentType, @Nullable String value) {
    String lower = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return lower.contains("html")
        || lower.contains("xml")
        || (!lower.equals("text/plain") && hasTag(value));
  }

  private static boolean hasTag(@Nullable String value) {
    return value != null && value.indexOf('<') >= 0 && TAG.matcher(value).find();
  }

  private static boolean isMarkup(String key) {
    return key.contains("html") || key.contains("nitf") || key.contains("xml");
  }

  static @Nullable String plain(@Nullable String value) {
    return value == null || value.indexOf('<') < 0 && value.indexOf('&') < 0
        ? value
        : Jsoup.parseBodyFragment(HtmlSource.mended(value)).text();
  }
}
