package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.cli.evaluate.Labels.Stretch;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import java.util.Arrays;
import java.util.Map;

/** Entities by exact stretch and type, from {@code spans}. */
final class EntityEvaluation implements Evaluation {
  private final Score score = new Score();

  @Override
  public void add(JsonNode labelled, Enrichment said) {
    Map<Stretch, JsonNode> labels = Labels.of(labelled, "spans");
    Map<Stretch, Entity> found = Labels.said(said);
    score.document();
    labels.forEach(
        (stretch, label) -> {
          String expected = type(label);
          Entity entity = found.get(stretch);
          String type = entity == null ? Score.NOTHING : entity.getType().name();
          score.count(expected, type);
          if (!expected.equals(type))
            score.error(Labels.in(labelled, stretch) + ": " + expected + ", said " + type);
        });
    found.forEach(
        (stretch, entity) -> {
          if (labels.containsKey(stretch)) return;
          score.count(Score.NOTHING, entity.getType().name());
          score.error(Labels.in(labelled, stretch) + ": nothing, said " + entity.getType().name());
        });
  }

  private static String type(JsonNode label) {
    String type = label.path("type").asText();
    if (Arrays.stream(EntityType.values()).noneMatch(t -> t.name().equals(type)))
      throw new IllegalArgumentException(
          "type \"" + type + "\" is none of " + Arrays.toString(EntityType.values()));
    return type;
  }

  @Override
  public Score score() {
    return score;
  }
}
