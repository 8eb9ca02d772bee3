package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsSection;
import java.util.ArrayList;
import java.util.List;

/**
 * The first section said, against {@code sections}: any of those given is right, by section name,
 * Media Topic name or uri; the first of them is the class.
 */
final class SectionEvaluation implements Evaluation {
  private final Score score = new Score();

  @Override
  public void add(JsonNode labelled, Enrichment said) {
    List<String> accepted = new ArrayList<>();
    labelled.path("sections").forEach(s -> accepted.add(s.asText()));
    if (accepted.isEmpty())
      throw new IllegalArgumentException("\"sections\" is no array with a section");
    score.document();
    String expected = accepted.get(0);
    String first = Score.NOTHING;
    if (!said.getSections().isEmpty()) {
      NewsSection section = said.getSections().get(0);
      boolean right =
          List.of(section.getSection(), section.getName(), section.getUri()).stream()
              .anyMatch(accepted::contains);
      first = right ? expected : section.getSection();
    }
    score.count(expected, first);
    if (!first.equals(expected)) score.error(expected + ", said " + first);
  }

  @Override
  public Score score() {
    return score;
  }
}
