package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads IPTC ninjs of the lines 1.0–1.6 (singular names, lower case), 2.x (plural arrays, lower
 * case) and 3.x (camelCase), alone, in an array, in a feed object ({@code items}, {@code item},
 * {@code _items}, …) or one a line. Objects that bend the standard, or follow it only in the names
 * of their fields (forms, content systems' exports), are read as far as the names go; posts of
 * WordPress as {@link WordPress} says. What has no field becomes an extra. Stateless.
 */
public final class NinjsParser implements WireParser {

  private static final String[] CONTAINERS = {
    "items",
    "item",
    "results",
    "entries",
    "articles",
    "stories",
    "news",
    "docs",
    "documents",
    "hits",
    "data",
    "feed",
    "response",
    "source",
    "content"
  };
  private static final String[] TELL_TALES = {
    "uri",
    "guid",
    "headline",
    "headlines",
    "title",
    "body",
    "bodies",
    "bodyhtml",
    "bodytext",
    "bodyxhtml",
    "slugline",
    "urn"
  };
  private static final String[] OF_NEWS = {
    "headline",
    "headlines",
    "body",
    "bodies",
    "bodyhtml",
    "bodytext",
    "bodyxhtml",
    "slugline",
    "versioncreated",
    "firstcreated",
    "pubstatus",
    "text",
    "content",
    "associations",
    "renditions",
    "items",
    "item",
    "data",
    "results",
    "articles"
  };
  private static final int LEVELS = 4;

  @Override
  public Parsed parse(WireInput input) {
    JsonText json = JsonText.of(input);
    if (json.reason() != null) {
      return new Parsed.Rejected(WireFormat.NINJS, json.reason(), json.message());
    }
    List<Fields> found = new ArrayList<>();
    json.roots().forEach(root -> collect(root, LEVELS, found));
    List<WireItem> items = new ArrayList<>(posts(json, input));
    for (Fields fields : found) {
      WireItem item = new WireItem();
      NinjsItem.fill(fields, item, input);
      json.tell(item);
      items.add(item);
    }
    if (items.isEmpty() && json.roots().stream().anyMatch(NinjsParser::isProblem)) {
      return new Parsed.Rejected(
          WireFormat.NINJS, Reason.NO_ITEM, "an error that a server reports, no news (RFC 9457)");
    }
    return items.isEmpty()
        ? new Parsed.Rejected(
            WireFormat.NINJS, Reason.NO_ITEM, "no object with an identifier, headline or body")
        : new Parsed.Accepted(WireFormat.NINJS, items);
  }

  /**
   * What a server answers instead of copy: a problem of RFC 9457 (title, status, detail, instance),
   * or an error with a code or message; without any field that only news has.
   */
  private static boolean isProblem(JsonNode node) {
    Fields fields = new Fields(node);
    if (!node.isObject() || fields.has(OF_NEWS)) {
      return false;
    }
    boolean status = fields.number("status", "statuscode", "code", "errorcode") != null;
    boolean said = fields.has("detail", "instance", "message", "errors", "error", "fault");
    return fields.has("title") ? status || said : status && said || fields.has("error", "errors");
  }

  /** Posts of WordPress, alone or in an array. */
  private static List<WireItem> posts(JsonText json, WireInput input) {
    List<WireItem> posts = new ArrayList<>();
    for (JsonNode root : json.roots()) {
      for (JsonNode node : root.isArray() ? root : List.of(root)) {
        if (WordPress.isPost(node)) {
          WireItem item = WordPress.item(node, input);
          json.tell(item);
          posts.add(item);
        }
      }
    }
    return posts;
  }

  private static void collect(@Nullable JsonNode node, int levels, List<Fields> found) {
    if (node == null || levels == 0) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> collect(each, levels - 1, found));
    } else if (node.isObject()) {
      Fields fields = new Fields(node);
      if (isProblem(node) || WordPress.isPost(node)) {
        return;
      }
      if (fields.has(TELL_TALES)) {
        found.add(fields);
      } else {
        collect(fields.node(CONTAINERS), levels - 1, found);
      }
    }
  }
}
