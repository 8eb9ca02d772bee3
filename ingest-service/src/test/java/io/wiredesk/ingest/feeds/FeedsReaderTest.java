package io.wiredesk.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsReaderTest {

  private final FeedsReader reader =
      new FeedsReader(Map.of("PW", "s3cret", "KEY", "0123456789abcdef", "SHORT", "short"));

  @Test
  void readsAnEntryWithSecretsFromTheEnvironment() {
    FeedsDocument document =
        reader.read(
            """
            feeds:
              - name: npa
                kind: sftp
                url: sftp://files.npa.example/outgoing
                user: desk
                password: ${PW}
                poll: 30s
                after: leave
                profile:
                  provider: NPA
                  timeZone: Europe/Copenhagen
                  urgencies: {F: 1, B: 2}
            """);
    assertThat(document.wrong()).isEmpty();
    FeedSpec spec = document.feeds().get(0);
    assertThat(spec.require(FeedOption.PASSWORD)).isEqualTo("s3cret");
    assertThat(spec.poll()).isEqualTo(Duration.ofSeconds(30));
    assertThat(spec.after()).isEqualTo(After.LEAVE);
    assertThat(spec.allowPrivate()).isFalse();
    assertThat(spec.profile().urgencies()).containsEntry("F", 1);
    assertThat(spec.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: push}|name must have",
        "{name: 'a b', kind: push}|name must have",
        "{name: a}|kind must be one of folder, sftp",
        "{name: a, kind: sftp, url: 'sftp://h/x', user: u}|needs password or private-key-file",
        "{name: a, kind: sftp, url: 'sftp://h/x', user: u, password: hunter2}|must come from the environment",
        "{name: a, kind: sftp, url: 'sftp://h/x', user: u, password: '${NOWHERE}'}|variable NOWHERE is not set",
        "{name: a, kind: http, url: 'https://u:p@h/x'}|do not stand in the url",
        "{name: a, kind: http, url: 'https://h/x?api_key=123'}|a secret does not stand in this file",
        "{name: a, kind: http, url: 'file:///etc/passwd'}|begins with http:// or https://",
        "{name: a, kind: http, url: 'https://h/x', pol: 5s}|has no pol; it has header",
        "{name: a, kind: http, url: 'https://h/x', poll: 5}|poll must be a time",
        "{name: a, kind: rss, url: 'https://h/x', user: u, token: '${PW}'}|not both",
        "{name: a, kind: imap, url: 'imap://h', user: u, password: '${PW}', after: leave}|after must be one of delete, seen",
        "{name: a, kind: push, key: '${SHORT}'}|at least 16 characters",
        "{name: a, kind: push, key: '${KEY}', hmac-secret: '${KEY}'}|not both",
        "{name: a, kind: push, paused: perhaps}|paused must be true or false",
        "{name: a, kind: push, profile: {timeZone: Mars}}|profile: timeZone",
        "{name: a, kind: camel, uri: 'jms:queue:x?password=abc'}|a secret does not stand in this file",
        "just words|Names with values",
      })
  void refusesAWrongEntryAndReadsTheOthers(String entry, String reason) {
    FeedsDocument document =
        reader.read("feeds:\n  - {name: good, kind: push}\n  - %s\n".formatted(entry));
    assertThat(document.feeds()).extracting(FeedSpec::name).containsExactly("good");
    assertThat(document.wrong()).hasSize(1);
    assertThat(document.wrong().get(0).reason()).contains(reason);
    assertThat(document.wrong().get(0).line()).isEqualTo(3);
    assertThat(document.wrong().get(0).reason()).doesNotContain("hunter2", "s3cret");
  }

  @Test
  void refusesASecondFeedOfTheSameName() {
    FeedsDocument document =
        reader.read("feeds:\n  - {name: a, kind: push}\n\n  - {name: a, kind: push}\n");
    assertThat(document.feeds()).hasSize(1);
    assertThat(document.wrong().get(0)).hasToString("line 4 (a): another feed has the name a");
  }

  @Test
  void knowsNothingOfWhatIsNoYaml() {
    FeedsDocument document = reader.read("feeds:\n  - {name: a\nkind: [");
    assertThat(document.readable()).isFalse();
    assertThat(document.wrong()).hasSize(1);
    assertThat(reader.read("").readable()).isTrue();
  }

  @Test
  void everyExampleOfTheGuideAndTheSampleFileAreRight() throws IOException {
    Map<String, String> all = new java.util.HashMap<>();
    String guide = Files.readString(Path.of("..", "docs", "feeds.md"));
    String sample = Files.readString(Path.of("..", "examples", "feeds.yml"));
    Matcher names = Pattern.compile("\\$\\{(\\w+)}").matcher(guide + sample);
    while (names.find()) {
      all.put(String.valueOf(names.group(1)), "0123456789abcdef");
    }
    FeedsReader informed = new FeedsReader(all);
    assertThat(informed.read(sample).wrong()).isEmpty();
    assertThat(informed.read(sample).feeds()).isNotEmpty();
    Matcher examples = Pattern.compile("(?s)```yaml\\n(.*?)```").matcher(guide);
    int count = 0;
    while (examples.find()) {
      FeedsDocument document = informed.read(String.valueOf(examples.group(1)));
      assertThat(document.wrong()).as(examples.group(1)).isEmpty();
      count += document.feeds().size();
    }
    assertThat(count).isGreaterThanOrEqualTo(FeedKind.values().length);
  }
}
