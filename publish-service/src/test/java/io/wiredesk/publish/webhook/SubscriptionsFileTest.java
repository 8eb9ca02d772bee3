package io.wiredesk.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.runtime.yaml.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong entry is refused with its line and a sentence, the others run. */
class SubscriptionsFileTest {

  private static final Environment ENVIRONMENT =
      new Environment(
          Map.of("HOOK", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "SHORT", "whsec_c2hvcnQ="));

  @Test
  void readsWhatTheDocumentationShows() {
    SubscriptionsFile file =
        SubscriptionsFile.parse(
            """
            subscriptions:
              - name: sports-site
                url: https://sport.example/hooks/wire?x=1
                desk: sport
                format: atom
                secret: ["${HOOK}", "${HOOK}"]
                2xx-is-receipt: true
                from: start
              - {name: all, url: "http://10.0.0.5/in", allow-private: true, secret: "${HOOK}"}
            """,
            ENVIRONMENT);
    assertThat(file.faults()).isEmpty();
    Subscription first = file.subscriptions().get(0);
    assertThat(first.topic()).isEqualTo("news.desk.sport");
    assertThat(first.format().extension()).isEqualTo("atom");
    assertThat(first.secrets()).hasSize(2);
    assertThat(first.successIsReceipt()).isTrue();
    assertThat(first.fromStart()).isTrue();
    Subscription second = file.subscriptions().get(1);
    assertThat(second.topic()).isEqualTo("news.published");
    assertThat(second.format().extension()).isEqualTo("ninjs");
    assertThat(second.allowPrivate()).isTrue();
    assertThat(second.fromStart()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: \"https://a.example/\", secret: \"whsec_abc\"|environment",
        "url: \"https://a.example/\", secret: \"${NONE}\"|NONE",
        "url: \"https://a.example/\", secret: \"${SHORT}\"|24 to 64",
        "url: \"https://a.example/\"|needs a secret",
        "url: \"ftp://a.example/\", secret: \"${HOOK}\"|https://example.org",
        "secret: \"${HOOK}\"|needs url",
        "url: \"https://a.example/\", secret: \"${HOOK}\", format: pdf|no format pdf",
        "url: \"https://a.example/\", secret: \"${HOOK}\", from: yesterday|now or start",
        "url: \"https://a.example/\", secret: \"${HOOK}\", filter: x|no filter",
        "url: \"https://a.example/\", secret: \"${HOOK}\", 2xx-is-receipt: 7|true or false"
      })
  void aWrongEntryIsRefusedAndTheOtherRuns(String wrong, String sentence) {
    SubscriptionsFile file =
        SubscriptionsFile.parse(
            "subscriptions:\n"
                + "  - {name: good, url: \"https://a.example/\", secret: \"${HOOK}\"}\n"
                + "  - {name: bad, "
                + wrong
                + "}\n",
            ENVIRONMENT);
    assertThat(file.subscriptions()).extracting(Subscription::name).containsExactly("good");
    assertThat(file.faults()).hasSize(1);
    assertThat(file.faults().get(0).toString()).startsWith("line 3: ").contains(sentence);
  }
}
