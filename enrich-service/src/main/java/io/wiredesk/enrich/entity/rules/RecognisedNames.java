package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recogniser's names in the contract's types. Nationalities, dates, amounts, laws and works are
 * not entities of the contract; buildings and roads are places. Stateless.
 */
final class RecognisedNames implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> found = new ArrayList<>();
    for (Sentence sentence : article.sentences()) {
      for (Sentence.Name name : sentence.names()) {
        EntityType type = type(name.type());
        if (type == null) continue;
        int start = sentence.tokens().get(name.from()).start();
        int end = sentence.tokens().get(name.to() - 1).end();
        if (end > start) found.add(new Span(start, end, type));
      }
    }
    return found;
  }

  private static @Nullable EntityType type(String ontoNotes) {
    return switch (ontoNotes) {
      case "PERSON" -> EntityType.PERSON;
      case "ORG" -> EntityType.ORGANISATION;
      case "GPE", "LOC", "FAC" -> EntityType.LOCATION;
      case "EVENT" -> EntityType.EVENT;
      case "PRODUCT" -> EntityType.PRODUCT;
      default -> null;
    };
  }
}
