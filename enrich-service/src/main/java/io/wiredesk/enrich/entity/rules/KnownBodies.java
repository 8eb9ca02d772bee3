package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bodies of the tables whose name can be nothing else are organisations where the recogniser passed
 * them over, or took one word for a person; the Group of so many is one however it is written.
 * Stateless.
 */
final class KnownBodies implements Rule {
  private static final int LONGEST = 6;
  private static final Pattern GROUP = Pattern.compile("G[ -]?(?:7|8|20|77)");
  private static final Set<String> FIRMS =
      Set.of("group", "newspaper", "daily", "magazine", "brand", "newspapers", "weekly");

  private final Gazetteer gazetteer;

  KnownBodies(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = new Cover();
    Set<String> people = KnownPlaces.people(article, spans);
    for (Span span : spans) {
      String name = span.in(article.text());
      boolean body =
          span.type() == EntityType.PERSON
              && name.indexOf(' ') < 0
              && !people.contains(name)
              && (isBody(name) || FIRMS.contains(article.wordAfter(span)));
      cover.add(body ? span.as(EntityType.ORGANISATION) : span);
    }
    for (Sentence s : article.sentences()) add(article.text(), s.tokens(), cover);
    return cover.inTextOrder();
  }

  private void add(String text, List<Token> tokens, Cover cover) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!Words.isCapitalised(tokens.get(i).text())) continue;
      for (int n = Math.min(LONGEST, tokens.size() - i); n > 0; n--) {
        int start = tokens.get(i).start();
        int end = tokens.get(i + n - 1).end();
        if (!cover.isFree(start, end)) continue;
        String name = text.substring(start, end);
        boolean sure = n > 1 || Words.isAllCapitals(name) && name.length() > 3;
        if (sure && isBody(name) || GROUP.matcher(name).matches()) {
          cover.add(new Span(start, end, EntityType.ORGANISATION));
          break;
        }
      }
    }
  }

  private boolean isBody(String name) {
    if (name.length() < 3) return false;
    List<Known> found = gazetteer.find(name);
    return !found.isEmpty()
        && found.get(0).type() == EntityType.ORGANISATION
        && !gazetteer.isCommon(name);
  }
}
