package io.wiredesk.enrich.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * For measuring: reads articles as JSON lines ({@code id, headline, text, language}) on standard
 * input and writes their entities, in the same order. One thread.
 */
public final class EntityLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EntityLines() {}

  public static void main(String[] args) throws IOException {
    EntityFinder finder = EntityFinder.load();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode article = JSON.readTree(line);
      String headline = article.path("headline").asText(null);
      EntityFinder.Document document =
          new EntityFinder.Document(
              article.path("text").asText(),
              headline,
              article.path("language").asText("en"),
              List.of(),
              null);
      out.println(write(article.path("id").asText(), finder.find(document)));
    }
    out.flush();
  }

  private static ObjectNode write(String id, List<Entity> entities) {
    ObjectNode node = JSON.createObjectNode().put("id", id);
    ArrayNode array = node.putArray("entities");
    for (Entity e : entities) {
      ObjectNode entity =
          array
              .addObject()
              .put("type", e.getType().name())
              .put("name", e.getName())
              .put("uri", e.getUri());
      entity.put("country", e.getCountry()).put("salience", e.getSalience());
      ArrayNode mentions = entity.putArray("mentions");
      for (Mention m : e.getMentions())
        mentions.addObject().put("start", m.getStart()).put("end", m.getEnd());
    }
    return node;
  }
}
