package io.wiredesk.publish.console;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.TakenBack;
import io.wiredesk.schemas.TextValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A day's wire to fill the page with: several agencies, sections, kinds, and scripts. */
final class Stories {

  private static final List<String> AGENCIES =
      List.of("Meridian", "TransEuropa", "Atlantis", "Nordwind");
  private static final List<String> SECTIONS =
      List.of("world", "politics", "business", "sport", "science");
  private static final List<String> HEADLINES =
      List.of(
          "Harbour city votes on ferry link after decade of delay",
          "Central bank holds rate at 4.25 percent, says inflation is sticky",
          "Northport beat Westmere in five sets to reach the final",
          "Researchers find second coral reef off Atlantis Point",
          "Regierung einigt sich auf Haushalt für das kommende Jahr");

  private Stories() {}

  static String uri(int number) {
    return "urn:test:story:" + number;
  }

  /** The story of that number, its first version, public at that instant. */
  static PublishedItem story(int number, Instant released) {
    return published(item(number, 1).build(), 1, released);
  }

  static PublishedItem published(NewsItem item, long sequence, Instant released) {
    return PublishedItem.newBuilder()
        .setUri(item.getUri())
        .setState(PublicState.PUBLISHED)
        .setItem(item)
        .setSequence(sequence)
        .setReleasedAt(released)
        .build();
  }

  static PublishedItem killed(int number, Instant released, String reason) {
    NewsItem item = item(number, 1).build();
    PublishedItem killed = published(stripped(item), 9, released);
    killed.setState(PublicState.CANCELED);
    killed.setReason(reason);
    killed.setTakenBack(
        TakenBack.newBuilder()
            .setHeadline(item.getHeadlines().get(0).getValue())
            .setSlugline(item.getSlugline())
            .setProvider(item.getSource().getProvider())
            .setSections(List.of(section(number)))
            .build());
    return killed;
  }

  private static NewsItem stripped(NewsItem item) {
    return NewsItem.newBuilder(item)
        .setPubStatus(PubStatus.CANCELED)
        .setHeadlines(List.of())
        .setSlugline(null)
        .setBodies(List.of())
        .setText("")
        .setBlocks(List.of())
        .setEnrichment(null)
        .build();
  }

  static NewsItem.Builder item(int number, int version) {
    String headline = HEADLINES.get(number % HEADLINES.size()) + " (" + number + ")";
    boolean alert = number % 17 == 3;
    return text(NewsItems.story(uri(number), version), version)
        .setProfile(alert ? "alert" : "text")
        .setSignal(alert ? Signal.ALERT : number % 13 == 5 ? Signal.CORRECTION : Signal.NEW)
        .setUrgency(alert ? 1 : 3 + number % 3)
        .setLanguage(number % 5 == 4 ? "de" : "en")
        .setSlugline("SLUG-" + number + "-" + section(number))
        .setHeadlines(List.of(new TextValue("main", null, headline)))
        .setSource(NewsItems.source(AGENCIES.get(number % AGENCIES.size())));
  }

  static DeadLetter letter(String feed, String file, String copy, Instant failed) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("MALFORMED")
        .setMessage("Not well-formed: " + copy)
        .setFeed(feed)
        .setSourceName(file)
        .setFailedAt(failed)
        .setPayload(ByteBuffer.wrap(copy.getBytes(StandardCharsets.UTF_8)))
        .setSize(copy.length())
        .build();
  }

  static String section(int number) {
    return SECTIONS.get(number % SECTIONS.size());
  }

  private static NewsItem.Builder text(NewsItem.Builder item, int version) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    add(
        text,
        blocks,
        BlockType.PARAGRAPH,
        "NORTHPORT — Ada Okafor told the council on Monday that");
    add(text, blocks, BlockType.PARAGRAPH, version + " of the ferries to Easthaven will be new.");
    add(text, blocks, BlockType.CROSSHEAD, "Votes by ward");
    add(text, blocks, BlockType.TABLE, "Ward\tFor\tAgainst\nHarbour\t1,204\t388\nHill\t902\t1,017");
    add(text, blocks, BlockType.QUOTE, "“We have waited long enough,” said Ada Okafor.");
    for (int i = 0; i < 12; i++) {
      add(text, blocks, BlockType.PARAGRAPH, "The link has been planned since 2014 (" + i + ").");
    }
    add(text, blocks, BlockType.CAPTION, "The harbour of Northport at dawn.");
    Entity ada = entity(text.toString(), "Ada Okafor", EntityType.PERSON);
    Entity port = entity(text.toString(), "Northport", EntityType.LOCATION);
    return item.setText(text.toString())
        .setBlocks(blocks)
        .setEnrichment(
            Enrichment.newBuilder()
                .setLanguage("en")
                .setEntities(List.of(ada, port))
                .setSections(
                    List.of(
                        new NewsSection(
                            section(number(item.getUri())),
                            "http://cv.iptc.org/newscodes/mediatopic/11000000",
                            "politics",
                            0.9,
                            Creator.MODEL)))
                .build());
  }

  private static int number(String uri) {
    return Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1));
  }

  private static void add(StringBuilder text, List<Block> blocks, BlockType type, String copy) {
    if (text.length() > 0) {
      text.append("\n\n");
    }
    blocks.add(new Block(type, text.length(), text.length() + copy.length(), level(type)));
    text.append(copy);
  }

  private static Integer level(BlockType type) {
    return type == BlockType.CROSSHEAD ? 2 : null;
  }

  private static Entity entity(String text, String name, EntityType type) {
    List<Mention> mentions = new ArrayList<>();
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      mentions.add(new Mention(at, at + name.length()));
    }
    return Entity.newBuilder()
        .setType(type)
        .setName(name)
        .setUri("urn:wiredesk:entity:" + name.replace(' ', '-'))
        .setMentions(mentions)
        .build();
  }
}
