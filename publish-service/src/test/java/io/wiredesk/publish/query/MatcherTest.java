package io.wiredesk.publish.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each field finds, and which queries are refused. */
final class MatcherTest {

  private static final NewsItem ITEM = FerryItem.make();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*:*",
        "strait",
        "\"strait of messina\"",
        "messi*",
        "text:fer?y",
        "text:sunkk~1",
        "headline:ferry AND headline:sinks",
        "headline:(ferry AND sinks)",
        "headline:FERRY",
        "slugline:ferry-sinking",
        "description:inquiry",
        "note:toll",
        "by:rossi",
        "located:Reggio",
        "keyword:shipping",
        "section:disaster",
        "section:Disaster",
        "section:\"medtop:03000000\"",
        "section:\"http://cv.iptc.org/newscodes/mediatopic/03000000\"",
        "subject:maritime",
        "subject:\"maritime accident\"",
        "subject:\"medtop:20000150\"",
        "subject:medtop\\:20000150",
        "subject:\"medtop:2000*\" OR subject:medtop\\:2000*",
        "subject:20000150",
        "subject:\"http://cv.iptc.org/newscodes/mediatopic/20000150\"",
        "genre:\"genre:Current\"",
        "genre:current",
        "entity:messina",
        "entity:\"giulia rossi\"",
        "entity:\"http://www.wikidata.org/entity/Q13666\"",
        "person:rossi AND person:giulia",
        "organisation:coastguard",
        "organization:coastguard",
        "place:messina",
        "location:messina",
        "place:\"http://www.wikidata.org/entity/Q13666\"",
        "place:italy",
        "country:it",
        "country:IT",
        "credit:ansa",
        "provider:AGY",
        "provider:agy",
        "feed:test",
        "urgency:2",
        "urgency:[1 TO 2]",
        "urgency:{1 TO 3}",
        "urgency:[* TO 2]",
        "urgency:[2 TO *]",
        "language:en",
        "language:en-gb",
        "signal:correction",
        "type:text",
        "profile:alert",
        "thread:\"urn:wiredesk:thread:ferry\"",
        "uri:\"urn:test:ferry\"",
        "uri:urn\\:test\\:*",
        "section:*",
        "section:disaster AND urgency:[1 TO 3] AND (place:messina OR place:reggio)",
        "section:sport OR (strait AND NOT football)",
        "+section:disaster -provider:other",
        "NOT section:sport",
        "section:disaster AND (NOT urgency:5)",
        "text:zurich",
        "text:Z\u00fcrich",
        "text:Zu\u0308rich",
        "\"ferry sank\"~10",
        "ferry strait",
        "(ferry strait) section:disaster",
        "headline:(ferry sinks)",
        "ferry and strait",
        "football or strait not opera",
        "\u201cstrait of messina\u201d",
        "\"had sunk\"",
        "urgency<3",
        "urgency<=2",
        "urgency>1",
        "urgency>=2",
        "urgency:1-2",
        "urgency: 2",
        "Section:Disaster",
        "country:italy",
        "country:ITA",
        "language:English",
        "section:medtop:03000000",
        "section:03000000",
        "place:http://www.wikidata.org/entity/Q13666",
        "uri:urn:test:ferry",
        "type:photo OR type:text",
        "coastguards OR coastguard's OR coastguard\u2019s OR entity:coastguard",
        "text:\u5317\u4eac",
        "headline:ferry^4 AND text:sank^0.5",
      })
  void finds(String query) throws QueryRefused {
    assertThat(matches(query)).as(query).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "football",
        "headline:strait",
        "text:sinks",
        "\"messina of strait\"",
        "section:sport",
        "ferry football",
        "headline:(ferry messina)",
        "ferry AND football OR opera",
        "\"had sank\"",
        "urgency<2",
        "country:germany",
        "language:german",
        "section:dis?ster NOT section:disaster",
        "subject:\"medtop:20000151\"",
        "place:rossi",
        "person:messina",
        "urgency:[3 TO 9]",
        "urgency:{2 TO 5]",
        "provider:ag",
        "note:5550199",
        "-section:disaster",
        "thread:*\u0020AND signal:new",
        "genre:analysis",
        "\"sinks ferry\"",
        "text:\u4eac\u5317",
        "section:disaster AND NOT strait"
      })
  void passesOver(String query) throws QueryRefused {
    assertThat(matches(query)).as(query).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "section:(sport         | At character 9: the bracket is never closed",
        "sport)                 | At character 6: \")\" cannot stand here",
        "AND sport              | At character 1: \"AND\" cannot stand here",
        "or sport               | At character 1: \"or\" cannot stand here",
        "sport or               | At character 7: the query ends too early, after \"or\"",
        "not                    | the query ends too early",
        "a and or b             | At character 7: \"or\" cannot stand here",
        "berlin - munich        | At character 8: \"-\" stands alone",
        "fish & chips           | At character 6: there is no word in",
        "()                     | At character 2: \")\" cannot stand here",
        "sections:sport         | there is no field sections; section?; known are headline",
        "http://example.org     | text with a colon goes between quotes",
        "section:sprot          | no section sprot; sport?",
        "section:medtop:99000000 | no section medtop:99000000",
        "section:disas*r OR section:x?z* | two letters",
        "section:xyz*           | no section is like xyz*",
        "country:gremany        | no country gremany; germany?",
        "country:qq             | no country qq",
        "language:klingonish    | no language klingonish",
        "language:e             | no language e",
        "type:vidoe             | no type vidoe; video?",
        "signal:corection       | no signal corection; correction?",
        "since:2d               | since: is for looking back",
        "ferry after:2026-03-01 | At character 7: after: is for looking back",
        "section>sport          | only urgency has ranges and comparisons",
        "urgency:0              | urgency is a number from 1",
        "section:               | section: has no value",
        "section:sport~1        | ~ is for words, not for section",
        "ferry~9                | a word takes ~1 or ~2",
        "*:sport                | *: takes * alone",
        "*burg                  | at least two letters before",
        "text:?erry             | at least two letters before",
        "text:f*                | at least two letters before",
        "f~2                    | at least two letters before",
        "text:/fer.*/           | regular expressions are not possible",
        "headline:[a TO m]      | only urgency has ranges",
        "urgency:[low TO high]  | urgency is a number",
        "urgency:high           | urgency is a number",
        "urgency:[5 TO 2]       | there is no such urgency",
        "section:sport AND \"!\" | there is no word in",
        "\"a b\"~5000           | at most 100",
        "\"open                 | the quote is never closed",
        "''                     | The query is empty",
      })
  void refusesInOneSentence(String query, String reason) {
    assertThatThrownBy(() -> read(query))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void refusesWhatWouldCostWithoutBound() {
    assertThatThrownBy(() -> read("(".repeat(4_000) + "a" + ")".repeat(4_000)))
        .hasMessageContaining("brackets");
    assertThatThrownBy(() -> read("word ".repeat(3_000))).hasMessageContaining("characters");
    assertThatThrownBy(() -> read("ab ".repeat(600))).hasMessageContaining("words");
    assertThatThrownBy(() -> read("text:ab ".repeat(1_100))).hasMessageContaining("words");
  }

  @Test
  void anItemOfAnySizeIsMatched() throws QueryRefused {
    NewsItem item = FerryItem.make();
    item.setText("ferry " + "x".repeat(3_000_000) + " \ud83d");
    item.setUri("urn:" + "u".repeat(100_000));
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      entities.add(NewsItems.entity("Name" + i, 0));
    }
    item.getEnrichment().setEntities(entities);
    item.setSubjects(List.of(FerryItem.concept("y".repeat(50_000), "z".repeat(50_000))));
    try (Matcher matcher = matcher("text:ferry", "entity:name7")) {
      assertThat(matcher.match(item).queries()).containsExactly(0, 1);
    }
  }

  @Test
  void anEmptyItemIsMatched() throws QueryRefused {
    NewsItem item =
        NewsItem.newBuilder(NewsItems.story(1).setEnrichment(null).build())
            .setText("")
            .setHeadlines(List.of())
            .setSlugline(" ")
            .build();
    try (Matcher matcher = matcher("*:*", "text:*")) {
      assertThat(matcher.match(item).queries()).containsExactly(0);
    }
  }

  @Test
  void manyQueriesMatchAsEachAloneWould() throws QueryRefused {
    List<String> texts = new ArrayList<>();
    for (String field : List.of("slugline", "text", "entity", "provider")) {
      for (String word : List.of("disaster", "ferry", "messina", "agy", "sport")) {
        texts.add(field + ":" + word);
        texts.add(field + ":" + word + " AND urgency:[1 TO 2]");
        texts.add(field + ":" + word.substring(0, 3) + "* AND NOT text:football");
        texts.add("text:ferry OR " + field + ":" + word);
      }
    }
    List<NewsQuery> all = new ArrayList<>();
    Set<Integer> expected = new java.util.TreeSet<>();
    for (int i = 0; i < texts.size(); i++) {
      all.add(read(texts.get(i)));
      if (matches(texts.get(i))) {
        expected.add(i);
      }
    }
    try (Matcher matcher = Matcher.of(all, NewsItems.NOON)) {
      assertThat(matcher.match(ITEM).queries()).isEqualTo(expected).hasSizeGreaterThan(20);
    }
  }

  @Test
  void noQueriesMatchNothing() {
    try (Matcher matcher = Matcher.of(List.of(), NewsItems.NOON)) {
      assertThat(matcher.match(ITEM).queries()).isEmpty();
    }
  }

  private static NewsQuery read(String query) throws QueryRefused {
    return NewsQuery.read(query, QueryUse.STANDING);
  }

  private static Matcher matcher(String... queries) throws QueryRefused {
    List<NewsQuery> all = new ArrayList<>();
    for (String query : queries) {
      all.add(read(query));
    }
    return Matcher.of(all, NewsItems.NOON);
  }

  private static boolean matches(String query) throws QueryRefused {
    try (Matcher matcher = matcher(query)) {
      return !matcher.match(ITEM).queries().isEmpty();
    }
  }
}
