package io.wiredesk.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as Standard Webhooks describes them; the first is the example of its libraries. */
class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void signsAsTheLibrariesDo() {
    List<byte[]> keys = List.of(WebhookSignature.key(SECRET));
    assertThat(WebhookSignature.of(keys, ID, SENT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void whileSecretsChangeThereIsOneSignatureOfEach() {
    String other = "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";
    List<byte[]> keys = List.of(WebhookSignature.key(other), WebhookSignature.key(SECRET));
    assertThat(WebhookSignature.of(keys, ID, SENT, BODY).split(" ")).hasSize(2).contains(SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64"})
  void whatIsNoSecretIsRefusedInAPhrase(String secret) {
    assertThatThrownBy(() -> WebhookSignature.key(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }
}
