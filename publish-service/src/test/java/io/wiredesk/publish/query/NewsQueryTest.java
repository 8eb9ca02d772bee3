package io.wiredesk.publish.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How queries are read, and what times and spellings find. */
final class NewsQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ferry messina               | ferry AND messina",
        "a OR b c                    | a OR (b AND c)",
        "(a OR b) c                  | (a OR b) AND c",
        "a or b and not c            | a OR (b AND NOT c)",
        "-a b                        | NOT a AND b",
        "headline:(a b)              | headline:a AND headline:b",
        "section:Sports              | section:sport",
        "section:medtop:15000000     | section:\"medtop:15000000\"",
        "country:\"South Korea\"     | country:kr",
        "country:uk OR country:t\u00fcrkiye | country:gb OR country:tr",
        "language:Deutsch            | language:de",
        "language:pt_BR              | language:pt-br",
        "urgency<3                   | urgency:1-2",
        "urgency:{1 TO 4}            | urgency:2-3",
        "\"has died\" since:2d       | \"has died\" AND since:2d",
        "organization:\"not or and\" | organisation:\"not or and\"",
        "headline:ferry^2.5 sank~    | headline:ferry^2.5 AND sank~2",
        "\u201ehas died\u201c        | \"has died\"",
      })
  void saysHowItReadsAQueryAndReadsThatTheSame(String text, String asRead) throws QueryRefused {
    NewsQuery query = NewsQuery.read(text, QueryUse.LOOKING_BACK);
    assertThat(query.asRead()).isEqualTo(asRead);
    NewsQuery again = NewsQuery.read(query.asRead(), QueryUse.LOOKING_BACK);
    assertThat(again.toLucene(Instant.EPOCH)).isEqualTo(query.toLucene(Instant.EPOCH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Mr O'Brien has died            | \"has died\"       | true",
        "Mr O'Brien has since died      | \"has died\"       | false",
        "Mr O'Brien died                | obrien             | true",
        "Mr O\u2019Brien died           | o'brien            | true",
        "Mr OBrien died                 | o\u02bcbrien       | true",
        "Mr O`Brien died                | O\u00b4Brien       | true",
        "L'Europe se tait               | europe             | true",
        "Germany\u2019s chancellor      | germany            | true",
        "Germany\u2019s chancellor      | germanys           | true",
        "Trump's lawyer                 | \"trump lawyer\"   | false",
        "Trump's lawyer                 | \"Trump\u2019s lawyer\" | true",
        "Trump's lawyer                 | tru*               | true",
        "Z\u00fcrich, Stra\u00dfe       | zurich strasse     | true",
        "Zurich                         | Zu\u0308rich       | true",
        "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1\u03c2 | \u03b5\u03bb\u03bb\u03b1\u03b4\u03b1\u03c3 | true",
        "\u0421\u0435\u0440\u0433\u0435\u0439       | \u0441\u0435\u0440\u0433\u0435\u0439       | true",
        "\u0130stanbul and I\u011fd\u0131r          | istanbul igdir     | true",
        "the cat and the dog            | \"and the\"        | true",
        "the cat and the dog            | cat and dog        | true",
        "caf\u00e9s                     | cafe*              | true",
        "ferry-sinking                  | ferry-sinking      | true",
        "sinking ferry                  | ferry-sinking      | false",
      })
  void foldsSpellings(String copy, String query, boolean found) throws QueryRefused {
    NewsItem item = NewsItems.story(1).setText(copy).build();
    assertThat(matches(query, item, NewsItems.NOON)).as(query).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "since:2h, true",
    "since:30m, false",
    "after:2026-03-01, true",
    "after:2026-03-02, false",
    "before:2026-03-02, true",
    "before:2026-03-01T12:00Z, false",
    "after:2026-03-01T13:00+01:00, true",
    "NOT since:30m, true",
  })
  void looksBack(String query, boolean found) throws QueryRefused {
    assertThat(matches(query, NewsItems.story(1).build(), NewsItems.NOON)).isEqualTo(found);
  }

  @Test
  void anUnknownFeedOrProviderIsAWarning() throws QueryRefused {
    KnownSources sources = new KnownSources();
    sources.meet(NewsItems.story(1).build());
    assertThat(
            sources.warnings(
                NewsQuery.read("provider:agi feed:TEST provider:agy", QueryUse.STANDING)))
        .containsExactly("No item came from a provider agi yet; agy?");
  }

  private static boolean matches(String query, NewsItem item, Instant releasedAt)
      throws QueryRefused {
    NewsQuery wanted = NewsQuery.read(query, QueryUse.LOOKING_BACK);
    PublishedItem published =
        PublishedItem.newBuilder()
            .setUri(item.getUri())
            .setState(PublicState.PUBLISHED)
            .setItem(item)
            .setSequence(1)
            .setReleasedAt(releasedAt)
            .build();
    Instant now = NewsItems.NOON.plus(Duration.ofHours(1));
    try (Matcher matcher = Matcher.of(List.of(wanted), now)) {
      return !matcher.match(published).queries().isEmpty();
    }
  }
}
