package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.schemas.Rendition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.1. It has no word for what was taken back: notices stand in the extension {@code
 * _wiredesk}, each with uri, state, time and reason, and readers that do not know it see the item
 * leave the list.
 */
final class JsonFeedOutput implements OutputFormat {

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String listType() {
    return "application/feed+json; charset=utf-8";
  }

  /** A feed of this item alone. */
  @Override
  public String item(PublicView view, Links links) {
    String uri = view.uri();
    String self = links.item(uri, this).substring(links.base().length());
    return list(new OutputList(uri, title(view), self, null, List.of(view)), links);
  }

  @Override
  public String list(OutputList list, Links links) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", VERSION);
    feed.put("title", list.title());
    feed.put("home_page_url", links.at("/"));
    feed.put("feed_url", links.at(list.self()));
    put(feed, "next_url", list.next() == null ? null : links.at(list.next()));
    List<Object> items = new ArrayList<>();
    List<Object> notices = new ArrayList<>();
    for (PublicView view : list.views()) {
      if (view instanceof PublicView.Item item) {
        items.add(item(item, links));
      } else if (view instanceof PublicView.Notice notice) {
        notices.add(notice(notice));
      }
    }
    feed.put("items", items);
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("about", "Items that were taken back: remove every copy of them.");
    extension.put("taken_back", notices);
    feed.put("_wiredesk", extension);
    return NinjsOutput.write(feed);
  }

  private static Map<String, Object> item(PublicView.Item view, Links links) {
    NewsItem item = view.item();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", NinjsView.uri(item.getUri()));
    entry.put("url", links.item(item.getUri()));
    put(entry, "title", Texts.headline(item));
    String html = Texts.html(item).orElse(null);
    entry.put(html == null ? "content_text" : "content_html", html == null ? item.getText() : html);
    put(entry, "summary", Texts.summary(item));
    put(entry, "image", image(item));
    put(entry, "date_published", first(item));
    entry.put("date_modified", view.since().toString());
    entry.put("authors", List.of(Map.of("name", Texts.author(item))));
    put(entry, "tags", tags(item));
    put(entry, "language", item.getLanguage());
    put(entry, "attachments", attachments(item));
    return entry;
  }

  private static Map<String, Object> notice(PublicView.Notice notice) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", NinjsView.uri(notice.uri()));
    view.put("state", notice.state().name());
    view.put("since", notice.since().toString());
    view.put("reason", notice.reason());
    put(view, "title", notice.label().getHeadline());
    return view;
  }

  private static String title(PublicView view) {
    String title =
        view instanceof PublicView.Notice notice
            ? notice.label().getHeadline()
            : Texts.headline(view.about());
    return title == null ? view.uri() : title;
  }

  private static @Nullable String first(NewsItem item) {
    return item.getFirstCreated() == null ? null : item.getFirstCreated().toString();
  }

  private static List<String> tags(NewsItem item) {
    Stream<String> sections =
        item.getEnrichment() == null
            ? Stream.of()
            : item.getEnrichment().getSections().stream().map(NewsSection::getSection);
    Stream<String> subjects =
        item.getSubjects().stream().map(Concept::getName).filter(Objects::nonNull);
    return Stream.of(sections, subjects, item.getKeywords().stream())
        .flatMap(tags -> tags)
        .distinct()
        .toList();
  }

  private static @Nullable String image(NewsItem item) {
    return item.getAssociations().stream()
        .filter(association -> "picture".equals(association.getType()))
        .flatMap(association -> association.getRenditions().stream())
        .map(Rendition::getHref)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** JSON Feed asks for a media type of each. */
  private static List<Object> attachments(NewsItem item) {
    List<Object> attachments = new ArrayList<>();
    for (Rendition rendition : item.getRenditions()) {
      if (rendition.getHref() != null && rendition.getContentType() != null) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("url", rendition.getHref());
        attachment.put("mime_type", rendition.getContentType());
        put(attachment, "title", rendition.getTitle());
        put(attachment, "size_in_bytes", rendition.getSizeInBytes());
        attachments.add(attachment);
      }
    }
    return attachments;
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      view.put(name, value);
    }
  }
}
