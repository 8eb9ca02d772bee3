package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a country is a place whatever the recogniser took it for, unless the article has a
 * person of that name; countries, their capitals and large cities that it passed over are added. A
 * club may carry its city's name: what was taken for an organisation stays one unless it is a
 * country. Stateless.
 */
final class KnownPlaces implements Rule {
  private static final int LARGE = 1_000_000;
  private static final int LONGEST = 5;

  private final Gazetteer gazetteer;

  KnownPlaces(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Set<String> people = people(article, spans);
    Cover cover = new Cover();
    for (Span span : spans) {
      String name = span.in(article.text());
      boolean country =
          span.type() != EntityType.LOCATION
              && (isCountry(name) && !people.contains(name)
                  || isForest(article, span, name)
                  || gazetteer.isPartOfCountry(name));
      cover.add(country ? span.as(EntityType.LOCATION) : span);
    }
    for (Sentence sentence : article.sentences())
      add(article.text(), sentence.tokens(), people, cover);
    return cover.inTextOrder();
  }

  static Set<String> people(Article article, List<Span> spans) {
    Set<String> words = new HashSet<>();
    for (Span span : spans) {
      if (span.type() != EntityType.PERSON) continue;
      String[] parts = span.in(article.text()).split("\\s+");
      if (parts.length > 1) words.addAll(List.of(parts));
    }
    return words;
  }

  /** "The Amazon" is no company. */
  private static boolean isForest(Article article, Span span, String name) {
    return name.equals("Amazon") && article.wordBefore(span).equalsIgnoreCase("the");
  }

  private boolean isCountry(String name) {
    Known k = first(name);
    return k != null
        && (k.kind() == Kind.COUNTRY
            || k.kind() == Kind.REGION && (name.indexOf(' ') > 0 || Words.isAllCapitals(name)));
  }

  private @Nullable Known first(String name) {
    List<Known> found = gazetteer.find(name);
    return found.isEmpty() ? null : found.get(0);
  }

  private void add(String text, List<Token> tokens, Set<String> people, Cover cover) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!Words.isCapitalised(tokens.get(i).text())) continue;
      for (int n = Math.min(LONGEST, tokens.size() - i); n > 0; n--) {
        int start = tokens.get(i).start();
        int end = tokens.get(i + n - 1).end();
        if (!cover.isFree(start, end) || !isLarge(text.substring(start, end))) continue;
        boolean amount = i + n < tokens.size() && tokens.get(i + n).text().startsWith("$");
        boolean alone =
            !amount && n > 1
                || !amount && !people.contains(tokens.get(i).text()) && isAlone(tokens, i);
        if (alone) cover.add(new Span(start, end, EntityType.LOCATION));
        break;
      }
    }
  }

  private boolean isLarge(String name) {
    Known k = first(name);
    if (k == null || !k.isPlace() || name.length() < 2) return false;
    return k.kind() != Kind.CITY || k.population() >= LARGE;
  }

  /** Not part of a longer run of names, and tagged as a name. */
  private static boolean isAlone(List<Token> tokens, int i) {
    if (!tokens.get(i).tag().startsWith("NN")) return false;
    return (i == 0 || !isName(tokens.get(i - 1)))
        && (i + 1 >= tokens.size() || !isName(tokens.get(i + 1)));
  }

  private static boolean isName(Token t) {
    return t.tag().startsWith("NNP")
        && Words.isCapitalised(t.text())
        && !WordClass.TITLES.has(t.text());
  }
}
