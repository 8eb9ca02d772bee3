package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import java.util.List;

/**
 * All rules in their order, from the recogniser's names to those of the article. Safe to share
 * between threads.
 */
public final class NameRules {
  /** Changes with every change to what the rules do. */
  public static final String VERSION = "3";

  private final List<Rule> rules;

  public NameRules(Gazetteer gazetteer) {
    rules =
        List.of(
            new RecognisedNames(),
            new DropNonNames(),
            new SplitBylines(),
            new TrimEdges(),
            new StripTitles(),
            new FullExtent(),
            new JoinedNames(),
            new CapitalRuns(),
            new HeadNouns(),
            new DropNonNames(),
            new NotNames(),
            new Acronyms(),
            new TitledPersons(),
            new WholePersons(),
            new FullNames(gazetteer),
            new KnownPeople(gazetteer),
            new KnownBodies(gazetteer),
            new KnownPlaces(gazetteer),
            new Doubtful(gazetteer),
            new Datelines(),
            new Teams(gazetteer),
            new OneNameOneType(),
            new Repeats(),
            new NotNames(),
            new DatelineSources(),
            new BylineDates());
  }

  /** What the article names, in text order, not overlapping. */
  public List<Span> apply(Article article) {
    List<Span> spans = List.of();
    for (Rule rule : rules) spans = rule.apply(article, spans);
    return spans;
  }
}
