package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.cli.evaluate.Labels.Stretch;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Links of labelled mentions, from {@code links}: right where the uri is one of those given; a
 * mention without any is right unlinked. By the label's type, where it has one.
 */
final class LinkEvaluation implements Evaluation {
  private static final String OTHER = "OTHER LINK";

  private final Score score = new Score();

  @Override
  public void add(JsonNode labelled, Enrichment said) {
    Map<Stretch, JsonNode> labels = Labels.of(labelled, "links");
    Map<Stretch, Entity> found = Labels.said(said);
    score.document();
    labels.forEach(
        (stretch, label) -> {
          Set<String> right = uris(label.path("uri"));
          Entity entity = found.get(stretch);
          String uri = entity != null && entity.getLinked() ? entity.getUri() : "";
          String type = label.path("type").asText("LINK");
          count(right, uri, type);
          if (uri.isEmpty() ? !right.isEmpty() : !right.contains(uri))
            score.error(
                Labels.in(labelled, stretch)
                    + ": "
                    + (right.isEmpty() ? "no link" : String.join(" or ", right))
                    + ", said "
                    + (uri.isEmpty() ? "none" : uri));
        });
  }

  private void count(Set<String> right, String uri, String type) {
    if (right.contains(uri)) score.count(type, type);
    else if (uri.isEmpty()) score.count(right.isEmpty() ? Score.NOTHING : type, Score.NOTHING);
    else {
      // said, and wrong: counts against precision and, where one was expected, against recall
      score.count(Score.NOTHING, type);
      if (!right.isEmpty()) score.count(type, OTHER);
    }
  }

  private static Set<String> uris(JsonNode node) {
    Set<String> uris = new HashSet<>();
    if (node.isTextual()) uris.add(node.textValue());
    node.forEach(n -> uris.add(n.asText()));
    return uris;
  }

  @Override
  public Score score() {
    return score;
  }
}
