package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * The word that a name is built on says what it names: a Housing "Authority" of New Orleans is a
 * body, a Lam Takhong "Reservoir" a place, whatever the names inside them are; a World "Cup" is an
 * event, a Clean Air "Act" none of the contract's entities. Stateless.
 */
final class HeadNouns implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> out = new ArrayList<>(spans.size());
    for (Span span : spans) {
      String name = span.in(article.text());
      String head = WordClass.PRODUCTS.has(name) ? name : head(name);
      if (span.type() == EntityType.EVENT
          || span.type() == EntityType.PRODUCT
          || !Words.isCapitalised(head) && !WordClass.PRODUCTS.has(name)) out.add(span);
      else if (span.type() == EntityType.PERSON || !WordClass.MATTERS.has(head))
        out.add(span.as(type(span, head)));
    }
    return out;
  }

  private static EntityType type(Span span, String head) {
    if (WordClass.BODIES.has(head)) return EntityType.ORGANISATION;
    if (WordClass.PRODUCTS.has(head) && span.type() == EntityType.ORGANISATION)
      return EntityType.PRODUCT;
    if (WordClass.SITES.has(head)) return EntityType.LOCATION;
    return WordClass.EVENTS.has(head) && span.type() != EntityType.PERSON
        ? EntityType.EVENT
        : span.type();
  }

  /** The last word before "of" or "for", else the last; "" for a name of one word. */
  private static String head(String name) {
    String[] words = name.split("\\s+");
    if (words.length < 2) return "";
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("of") || words[i].equals("for") || words[i].equals("on"))
        return words[i - 1];
    }
    return words[words.length - 1];
  }
}
