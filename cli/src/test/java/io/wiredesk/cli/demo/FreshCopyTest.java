package io.wiredesk.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FreshCopyTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final LocalDate YESTERDAY = LocalDate.of(2027, 1, 4);
  private static final LocalDate BEFORE = YESTERDAY.minusDays(FreshCopy.DAYS);

  private final WireReader reader = new WireReader(AllFormats.parsers());

  @Test
  void everyItemOfAFreshReplayIsANewOneAndItsUpdatesFindIt() throws IOException {
    Map<String, List<NewsItem>> first = items(null);
    Map<String, List<NewsItem>> fresh = items(YESTERDAY);
    Map<String, List<NewsItem>> another = items(BEFORE);
    assertThat(first.values().stream().mapToInt(List::size).sum()).isGreaterThan(90);
    assertThat(uris(first)).doesNotContainAnyElementsOf(uris(fresh));
    assertThat(uris(fresh)).doesNotContainAnyElementsOf(uris(another));
    for (var file : first.entrySet()) {
      List<NewsItem> now = fresh.get(file.getKey());
      assertThat(now).as(file.getKey()).hasSameSizeAs(file.getValue());
      for (int i = 0; i < now.size(); i++) {
        assertSameButForDays(file.getKey(), file.getValue().get(i), now.get(i));
      }
    }
    // the same story in several files stays one, and stories stay apart
    assertThat(relation(fresh)).isEqualTo(relation(first));
  }

  @Test
  void linesThatKnowTheirCopyByItsWordsGetOtherWords() throws IOException {
    Map<String, List<NewsItem>> first = items(null);
    Map<String, List<NewsItem>> fresh = items(YESTERDAY);
    int byWords = 0;
    for (var file : first.entrySet()) {
      for (int i = 0; i < file.getValue().size(); i++) {
        NewsItem item = file.getValue().get(i);
        if (!item.getSource().getIdentityRule().startsWith("wire")) {
          byWords++;
          assertThat(fresh.get(file.getKey()).get(i).getText())
              .as(file.getKey())
              .isNotEqualTo(item.getText());
        }
      }
    }
    assertThat(byWords).isGreaterThan(15);
  }

  @Test
  void takesAreThoseOfAnotherStory() throws IOException {
    String take = "wires/meridian/33-rivers-take1.nitf.xml";
    assertThat(items(YESTERDAY).get(take).get(0).getSlugline())
        .isNotEqualTo(items(null).get(take).get(0).getSlugline())
        .isNotEqualTo(items(BEFORE).get(take).get(0).getSlugline());
  }

  @Test
  void nothingOfAFreshReplayIsOfTheDayToCome() throws IOException {
    Instant end = YESTERDAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (var file : items(YESTERDAY).entrySet()) {
      for (NewsItem item : file.getValue()) {
        assertThat(item.getVersionCreated()).as(file.getKey()).isBeforeOrEqualTo(end);
      }
    }
  }

  private static void assertSameButForDays(String file, NewsItem first, NewsItem now) {
    assertThat(now.getPubStatus()).as(file).isEqualTo(first.getPubStatus());
    assertThat(now.getSignal()).as(file).isEqualTo(first.getSignal());
    assertThat(now.getVersion()).as(file).isEqualTo(first.getVersion());
    assertThat(now.getSource().getIdentityRule())
        .as(file)
        .isEqualTo(first.getSource().getIdentityRule());
    assertThat(now.getHeadlines()).as(file).hasSameSizeAs(first.getHeadlines());
    assertThat(now.getEmbargoedUntil() == null)
        .as(file)
        .isEqualTo(first.getEmbargoedUntil() == null);
    assertThat(now.getActsOn()).as(file).hasSameSizeAs(first.getActsOn());
  }

  /** Which items, counted from the first on, each file is about. */
  private static Map<String, List<List<Integer>>> relation(Map<String, List<NewsItem>> items) {
    List<String> known = new ArrayList<>();
    Map<String, List<List<Integer>>> relation = new LinkedHashMap<>();
    items.forEach(
        (file, read) ->
            relation.put(
                file,
                read.stream()
                    .map(
                        item -> {
                          List<String> names = new ArrayList<>(List.of(item.getUri()));
                          names.addAll(item.getActsOn());
                          names.stream().filter(name -> !known.contains(name)).forEach(known::add);
                          return names.stream().map(known::indexOf).toList();
                        })
                    .toList()));
    return relation;
  }

  private static Set<String> uris(Map<String, List<NewsItem>> items) {
    Set<String> uris = new HashSet<>();
    items.values().forEach(read -> read.forEach(item -> uris.add(item.getUri())));
    return uris;
  }

  /** What each file of the demo says; as it is where there is no day. */
  private Map<String, List<NewsItem>> items(LocalDate last) throws IOException {
    Map<String, List<NewsItem>> items = new LinkedHashMap<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("demo.tsv"))) {
      String[] fields = line.split("\t");
      if (!Character.isDigit(line.charAt(0)) || fields[2].startsWith("broken/truncated")) {
        continue;
      }
      String name = Path.of(fields[2]).getFileName().toString();
      byte[] bytes = Files.readAllBytes(SAMPLES.resolve(fields[2]));
      byte[] sent = last == null ? bytes : new FreshCopy(last).of(bytes, name);
      Instant received =
          (last == null ? FreshCopy.LAST : last)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
      WireInput input = new WireInput(sent, null, name, received, FeedProfile.standard(fields[1]));
      WireReader.Result result = reader.read(input, WireReader.RawCoordinates.none());
      assertThat(result).as(fields[2]).isInstanceOf(WireReader.Result.Read.class);
      items.put(fields[2], ((WireReader.Result.Read) result).items());
    }
    return items;
  }
}
