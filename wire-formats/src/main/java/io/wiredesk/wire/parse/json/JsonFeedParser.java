package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.FeedIdentities;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org): every entry is an item. What the feed says of its
 * language and authors counts for entries that do not say it. What has no field becomes an extra.
 * Stateless.
 */
public final class JsonFeedParser implements WireParser {

  @Override
  public Parsed parse(WireInput input) {
    JsonText json = JsonText.of(input);
    if (json.reason() != null) {
      return new Parsed.Rejected(WireFormat.JSON_FEED, json.reason(), json.message());
    }
    List<WireItem> items = new ArrayList<>();
    List<String> ofFeed = new ArrayList<>();
    for (JsonNode root : json.roots()) {
      Fields feed = new Fields(root);
      Stream.of(feed.text("homepageurl"), feed.text("feedurl"))
          .filter(Objects::nonNull)
          .forEach(ofFeed::add);
      for (JsonNode entry : feed.list("items")) {
        WireItem item = item(new Fields(entry), feed, input);
        json.tell(item);
        items.add(item);
      }
    }
    new FeedIdentities(items, ofFeed).settle();
    return items.isEmpty()
        ? new Parsed.Rejected(WireFormat.JSON_FEED, Reason.NO_ITEM, "a feed without an entry")
        : new Parsed.Accepted(WireFormat.JSON_FEED, items);
  }

  private static WireItem item(Fields entry, Fields feed, WireInput input) {
    WireItem item = new WireItem();
    item.set(Field.TYPE, "text", "items");
    item.set(Field.URI, entry.text("id"), "id");
    link(entry, item);
    item.headline("main", NinjsTexts.plain(entry.text("title")));
    item.description("summary", NinjsTexts.plain(entry.text("summary")));
    item.html(entry.text("contenthtml"), "main", "content_html");
    if (item.bodies.isEmpty()) {
      item.text(entry.text("contenttext"), "main", "content_text");
    }
    time(entry, item, input, Field.FIRST_CREATED, "datepublished");
    time(entry, item, input, Field.VERSION_CREATED, "datemodified");
    item.time(Field.VERSION_CREATED, item.time(Field.FIRST_CREATED), "date_published");
    people(entry, feed, item);
    item.set(Field.LANGUAGE, entry.text("language"), "language");
    item.set(Field.LANGUAGE, feed.text("language"), "feed");
    item.set(Field.PROVIDER, feed.text("title"), "feed");
    item.keywords.addAll(entry.texts("tags"));
    media(entry, item);
    entry.unread(item.extras::putIfAbsent);
    return item;
  }

  private static void link(Fields entry, WireItem item) {
    String url = entry.text("url");
    if (url != null) {
      item.altIds.add(new AltId("link", url));
      item.set(Field.URI, url, "url");
    }
  }

  private static void time(Fields entry, WireItem item, WireInput input, Field field, String name) {
    item.readTime(field, entry.text(name), input.profile().time(), name);
  }

  /** Version 1.1 has several authors, 1.0 one. */
  private static void people(Fields entry, Fields feed, WireItem item) {
    item.set(Field.BY, names(entry), "authors");
    item.set(Field.BY, names(feed), "feed");
  }

  private static @Nullable String names(Fields fields) {
    Stream<JsonNode> all =
        Stream.concat(fields.list("authors").stream(), Stream.ofNullable(fields.node("author")));
    String names =
        all.map(author -> new Fields(author).text("name"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }

  private static void media(Fields entry, WireItem item) {
    Stream.of(entry.text("image"), entry.text("bannerimage"))
        .filter(Objects::nonNull)
        .forEach(url -> associate(item, url, "picture", null, null));
    for (JsonNode each : entry.list("attachments")) {
      Fields file = new Fields(each);
      String url = file.text("url");
      String type = file.text("mimetype");
      if (url != null) {
        associate(item, url, kind(type), type, file);
      }
    }
  }

  private static void associate(
      WireItem item,
      String url,
      @Nullable String kind,
      @Nullable String type,
      @Nullable Fields file) {
    String name = "media" + (item.associations.size() + 1);
    JsonNode size = file == null ? null : file.node("sizeinbytes");
    String title = file == null ? null : file.text("title");
    Rendition main =
        new Rendition(
            "main", url, type, title, null, null, size == null ? null : Fields.bytes(size));
    item.associations.add(new Association(name, url, kind, null, title, null, null, List.of(main)));
  }

  private static @Nullable String kind(@Nullable String mimeType) {
    String type = mimeType == null ? "" : mimeType.replaceFirst("/.*", "");
    return switch (type) {
      case "image" -> "picture";
      case "video", "audio", "text" -> type;
      default -> null;
    };
  }
}
