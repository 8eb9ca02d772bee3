package io.wiredesk.wire.parse.newsml;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.BodyByline;
import io.wiredesk.wire.parse.xml.Datelines;
import io.wiredesk.wire.parse.xml.Medium;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tree of NewsComponents of one NewsItem. Components with the role of a picture, video or logo
 * are media and become associations, unless the item has no other copy: then the first of them is
 * the story itself.
 */
final class N1Components {

  private static final Set<String> MEDIA =
      Set.of(
          "picture",
          "photo",
          "photograph",
          "image",
          "graphic",
          "infographic",
          "video",
          "audio",
          "logo",
          "multimedia",
          "illustration",
          "animation",
          "clip");
  private static final Set<String> NO_COPY =
      Set.of("title", "headline", "subheadline", "stylesheet", "caption", "abstract", "summary");

  private final XmlNode newsItem;
  private final WireItem item;
  private final FeedProfile profile;
  private final N1Topics topics;
  private final N1Edition edition;

  /**
   * @param edition which of the components belong to the item
   */
  N1Components(
      XmlNode newsItem, WireItem item, FeedProfile profile, N1Topics topics, N1Edition edition) {
    this.topics = topics;
    this.edition = edition;
    this.newsItem = newsItem;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    List<XmlNode> media = new ArrayList<>(newsItem.outermost(N1Components::isMedia));
    media.removeIf(edition::isWithinOther);
    if (!hasCopy(newsItem) && !media.isEmpty()) {
      XmlNode story = media.remove(0);
      item.set(Field.TYPE, Medium.type(N1.role(story)), story.origin());
    }
    N1Metadata metadata = new N1Metadata(item, profile, topics, edition);
    N1Content content = new N1Content(item, profile);
    for (XmlNode component : newsItem.all("NewsComponent")) {
      walk(component, media, metadata, content);
    }
    content.finish();
    media.forEach(m -> N1Media.associate(m, item));
    BodyByline.settle(item);
    for (XmlNode line : metadata.datelines()) {
      Datelines.settle(item, line);
    }
  }

  private void walk(
      XmlNode component, List<XmlNode> media, N1Metadata metadata, N1Content content) {
    if (media.contains(component) || edition.isOther(component)) {
      return;
    }
    metadata.read(component);
    component.all("ContentItem").forEach(c -> content.read(c, component));
    component.all("NewsComponent").forEach(c -> walk(c, media, metadata, content));
    component.all("NewsItemRef").forEach(content::reference);
  }

  private static boolean isMedia(XmlNode node) {
    return node.is("NewsComponent") && MEDIA.contains(N1.role(node));
  }

  /** Some text outside the media that is more than a title. */
  static boolean hasCopy(XmlNode node) {
    for (XmlNode child : node.elements()) {
      if (isMedia(child) || child.is("NewsItem")) {
        continue;
      }
      boolean named = NO_COPY.contains(N1.role(node));
      if (child.is("ContentItem")
          && !named
          && child.path("DataContent").stream().anyMatch(d -> !d.text().isBlank())) {
        return true;
      }
      if (child.is("NewsComponent") && hasCopy(child)) {
        return true;
      }
    }
    return false;
  }
}
