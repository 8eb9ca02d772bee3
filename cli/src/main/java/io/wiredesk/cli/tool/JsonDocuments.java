package io.wiredesk.cli.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.enrich.ItemEnricher;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.normalise.body.Blocks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as JSON lines, in and out; offsets are UTF-16 code units of the text as it came. */
public final class JsonDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonDocuments() {}

  /**
   * The answer to one line.
   *
   * @throws CommandFailure when the line is no JSON object with id and text
   */
  static String enriched(ItemEnricher enricher, String line, long number) {
    try {
      JsonNode document = JSON.readTree(line);
      if (!document.hasNonNull("id") || !document.path("text").isTextual()) {
        throw new CommandFailure(
            "Line " + number + " has no id or no text: {\"id\": …, \"text\": …} is needed.");
      }
      return JSON.writeValueAsString(answer(document.get("id"), enricher.enrich(item(document))));
    } catch (JsonProcessingException e) {
      throw new CommandFailure("Line " + number + " is no JSON: " + e.getOriginalMessage());
    }
  }

  /** The document as an item of no feed; {@code headline} and {@code language} may be absent. */
  public static NewsItem item(JsonNode document) {
    String text = document.get("text").textValue();
    JsonNode headline = document.path("headline");
    return NewsItem.newBuilder()
        .setUri("urn:wiredesk:document:" + document.path("id").asText())
        .setRevision(1)
        .setVersionCreated(Instant.EPOCH)
        .setLanguage(
            document.path("language").isTextual() ? document.get("language").textValue() : null)
        .setHeadlines(
            headline.isTextual()
                ? List.of(new TextValue("main", null, headline.textValue()))
                : List.of())
        .setText(text)
        .setBlocks(Blocks.ofPlainText(text))
        .setSource(
            Source.newBuilder()
                .setFeed("cli")
                .setTransport(Transport.OTHER)
                .setFormat("text")
                .setReceivedAt(Instant.EPOCH)
                .setSha256("")
                .build())
        .build();
  }

  private static Map<String, @Nullable Object> answer(JsonNode id, NewsItem item) {
    Enrichment enrichment = java.util.Objects.requireNonNull(item.getEnrichment(), "enriched");
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("language", enrichment.getLanguage());
    answer.put("entities", enrichment.getEntities().stream().map(JsonDocuments::entity).toList());
    answer.put("sections", enrichment.getSections().stream().map(JsonDocuments::section).toList());
    return answer;
  }

  private static Map<String, Object> entity(Entity entity) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", entity.getType().name());
    map.put("name", entity.getName());
    map.put("uri", entity.getUri());
    map.put("linked", entity.getLinked());
    map.put("salience", entity.getSalience());
    map.put(
        "mentions",
        entity.getMentions().stream()
            .map(m -> Map.of("start", m.getStart(), "end", m.getEnd()))
            .toList());
    return map;
  }

  private static Map<String, Object> section(NewsSection section) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("uri", section.getUri());
    map.put("name", section.getName());
    map.put("section", section.getSection());
    map.put("confidence", section.getConfidence());
    map.put("creator", section.getCreator().name());
    return map;
  }
}
