package io.wiredesk.publish.output;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.RightsInfo;
import io.wiredesk.schemas.Signal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** rightsInfo and itemMeta of a newsItem, in the order of the schema. Stateless. */
final class G2ItemMetaXml {

  private static final Set<String> NATURES =
      Set.of("text", "picture", "graphic", "video", "audio", "composite");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private G2ItemMetaXml() {}

  static void write(XmlOut out, PublicView view) {
    NewsItem about = view.about();
    rights(out, about);
    out.open("itemMeta");
    out.empty("itemClass", "qcode", "ninat:" + nature(about.getType()));
    provider(out, about);
    time(out, "versionCreated", about.getVersionCreated());
    time(out, "firstCreated", about.getFirstCreated());
    if (view instanceof PublicView.Item) {
      time(out, "embargoed", about.getEmbargoedUntil());
    }
    out.empty("pubStatus", "qcode", "stat:" + status(about.getPubStatus()));
    if (view instanceof PublicView.Item item) {
      out.element("title", item.item().getTitle());
      item.item().getEdNotes().forEach(note -> note(out, note));
      signal(out, item.item().getSignal());
      time(out, "expires", item.item().getExpires());
      item.item().getAssociations().forEach(association -> link(out, association));
    } else if (view instanceof PublicView.Notice notice) {
      out.element("title", notice.label().getHeadline());
      out.element("edNote", notice.reason());
    }
    out.close();
  }

  private static void rights(XmlOut out, NewsItem item) {
    RightsInfo more = item.getRightsInfo();
    String link = more == null ? null : more.getLinkedRights();
    boolean any =
        item.getCopyrightHolder() != null
            || item.getCopyrightNotice() != null
            || item.getUsageTerms() != null
            || link != null;
    if (!any) {
      return;
    }
    out.open("rightsInfo");
    if (item.getCopyrightHolder() != null) {
      out.open("copyrightHolder").element("name", item.getCopyrightHolder()).close();
    }
    out.element("copyrightNotice", item.getCopyrightNotice());
    out.element("usageTerms", item.getUsageTerms());
    if (link != null) {
      out.empty("link", "href", link);
    }
    out.close();
  }

  /** The concept of the provider where the item has one, else its name, else the feed's. */
  private static void provider(XmlOut out, NewsItem about) {
    for (Concept source : about.getInfoSources()) {
      if ("provider".equals(source.getRel())) {
        G2ConceptXml.write(out, "provider", source, null, null);
        return;
      }
    }
    String name = about.getSource().getProvider();
    Concept provider = new Concept();
    provider.setName(name == null ? about.getSource().getFeed() : name);
    provider.setCreator(Creator.WIRE);
    G2ConceptXml.write(out, "provider", provider, null, null);
  }

  private static void note(XmlOut out, EditorNote note) {
    out.element("edNote", note.getValue(), "role", G2ConceptXml.own(note.getRole()));
  }

  /** NEW is what an item is without a signal. */
  private static void signal(XmlOut out, Signal signal) {
    if (signal != Signal.NEW && signal != Signal.OTHER) {
      out.empty("signal", "qcode", "sig:" + signal.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void link(XmlOut out, Association association) {
    String rel = association.getRel();
    out.open(
        "link",
        "rel",
        rel != null && NAME.matcher(rel).matches() ? "irel:" + rel : null,
        "residref",
        association.getUri());
    if (association.getType() != null) {
      out.empty("itemClass", "qcode", "ninat:" + nature(association.getType()));
    }
    out.element("headline", association.getHeadline());
    out.close();
  }

  private static String status(PubStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String nature(String type) {
    return NATURES.contains(type) ? type : "text";
  }

  static void time(XmlOut out, String element, @Nullable Instant time) {
    if (time != null) {
      out.element(element, time.toString());
    }
  }
}
