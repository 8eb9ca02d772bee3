package io.wiredesk.enrich;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items to test with. */
public final class NewsItems {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  public static final String FOOTBALL =
      "The striker scored twice in the second half as United beat their rivals 3-1 on Saturday to "
          + "go top of the league. The manager praised his players and said the captain would be "
          + "fit for the cup final next week.";

  private NewsItems() {}

  /** An item whose body is this text, without blocks. */
  public static NewsItem.Builder of(String headline, String text) {
    return NewsItem.newBuilder()
        .setUri("urn:test:item")
        .setRevision(1)
        .setVersionCreated(NOON)
        .setHeadlines(headline.isEmpty() ? List.of() : List.of(new TextValue(null, null, headline)))
        .setBodies(List.of(new TextValue(null, "text/plain", text)))
        .setText(text)
        .setSource(
            Source.newBuilder()
                .setFeed("test")
                .setTransport(Transport.FILE)
                .setFormat("text")
                .setReceivedAt(NOON)
                .setSha256("")
                .build());
  }

  /** Appends blocks one by one to text and offsets. */
  public static final class Body {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    public Body add(BlockType type, String value) {
      text.append(text.isEmpty() ? "" : "\n\n");
      blocks.add(new Block(type, text.length(), text.length() + value.length(), null));
      text.append(value);
      return this;
    }

    public NewsItem.Builder item() {
      return of("", text.toString()).setBlocks(blocks);
    }
  }

  /** A subject as the wire coded it. */
  public static Concept subject(String uri, String literal) {
    return Concept.newBuilder().setUri(uri).setLiteral(literal).build();
  }
}
