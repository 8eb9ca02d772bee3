package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import org.jspecify.annotations.Nullable;

/**
 * Posts as WordPress' REST interface gives them (wp/v2/posts): title, content and excerpt are
 * objects with {@code rendered} HTML, dates with {@code _gmt} are UTC. What is not published, or
 * protected by a password, is withheld. Stateless.
 */
final class WordPress {

  private static final String RENDERED = "rendered";

  private WordPress() {}

  static boolean isPost(JsonNode node) {
    return node.path("title").has(RENDERED)
        && (node.path("content").has(RENDERED) || node.path("excerpt").has(RENDERED));
  }

  static WireItem item(JsonNode post, WireInput input) {
    WireItem item = new WireItem();
    String link = text(post.path("link"));
    item.set(Field.TYPE, "text", "post");
    item.set(Field.URI, text(post.path("guid").path(RENDERED)), "guid");
    item.set(Field.URI, link, "link");
    if (link != null) {
      item.altIds.add(new AltId("link", link));
    }
    item.headline("main", NinjsTexts.plain(text(post.path("title").path(RENDERED))));
    item.description("summary", NinjsTexts.plain(text(post.path("excerpt").path(RENDERED))));
    item.html(text(post.path("content").path(RENDERED)), "main", "content");
    time(post, "date", Field.FIRST_CREATED, item, input);
    time(post, "modified", Field.VERSION_CREATED, item, input);
    item.time(Field.VERSION_CREATED, item.time(Field.FIRST_CREATED), "date");
    String status = text(post.path("status"));
    boolean open = status == null || status.equals("publish");
    if (!open || post.path("content").path("protected").asBoolean()) {
      item.pubStatus(PubStatus.WITHHELD, "status");
    }
    for (String name : new String[] {"id", "slug", "type", "format"}) {
      if (post.path(name).isValueNode() && !post.path(name).asText().isBlank()) {
        item.extras.put(name, post.path(name).asText());
      }
    }
    return item;
  }

  private static void time(
      JsonNode post, String name, Field field, WireItem item, WireInput input) {
    String utc = text(post.path(name + "_gmt"));
    String written = utc == null ? text(post.path(name)) : utc + "Z";
    item.readTime(field, written, input.profile().time(), name);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
  }
}
