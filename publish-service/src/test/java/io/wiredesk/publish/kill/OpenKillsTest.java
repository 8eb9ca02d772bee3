package io.wiredesk.publish.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.runtime.Health;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.UnresolvedKill;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Kills that wait for an editor stay in sight until one has decided. */
class OpenKillsTest {

  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ID = "news.dead-letters-2-7";

  private final Health health = new Health();
  private final OpenKills kills = new OpenKills(health);

  @Test
  void isShownWithItsCandidatesAndTheCommandForEach() {
    kills.take(ID, letter(List.of("urn:x:1", "urn:x:2")));
    assertThat(kills.open()).hasSize(1);
    assertThat(kills.open().get(0).commands())
        .containsExactly(
            "wiredesk kill 'urn:x:1' --resolves " + ID + " --reason TEXT",
            "wiredesk kill 'urn:x:2' --resolves " + ID + " --reason TEXT");
    assertThat(health.warnings().get("kills")).contains("1 kill of the wire waits").contains(ID);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void anOrderThatResolvesItSettlesIt() {
    kills.take(ID, letter(List.of("urn:x:1", "urn:x:2")));
    kills.take(hand("urn:x:2", "urn:x:another", 60));
    assertThat(kills.open()).hasSize(1);
    kills.take(hand("urn:x:9", "urn:x:kill", 60));
    assertThat(kills.open()).isEmpty();
    assertThat(health.warnings()).isEmpty();
  }

  @Test
  void orADecisionOnEachCandidateSince() {
    kills.take(hand("urn:x:1", null, -60));
    kills.take(ID, letter(List.of("urn:x:1", "urn:x:2")));
    kills.take(hand("urn:x:2", null, 60));
    assertThat(kills.open()).as("the first was decided on before").hasSize(1);
    kills.take(hand("urn:x:1", null, 60));
    assertThat(kills.open()).isEmpty();
  }

  @Test
  void theOrderOfReadingDoesNotMatter() {
    kills.take(hand("urn:x:1", "urn:x:kill", 60));
    kills.take(ID, letter(List.of()));
    assertThat(kills.open()).isEmpty();
  }

  @Test
  void theWireDecidesNothing() {
    kills.take(ID, letter(List.of("urn:x:1")));
    GateOrder order = hand("urn:x:1", "urn:x:kill", 60);
    kills.take(GateOrder.newBuilder(order).setByHand(false).build());
    assertThat(kills.open()).hasSize(1);
  }

  private static GateOrder hand(String uri, @Nullable String resolves, int seconds) {
    return GateOrder.newBuilder()
        .setUri(uri)
        .setAction(OrderAction.KILL)
        .setBy("Ana")
        .setByHand(true)
        .setAt(SINCE.plusSeconds(seconds))
        .setResolves(resolves)
        .build();
  }

  private static DeadLetter letter(List<String> candidates) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("UNRESOLVED_KILL")
        .setMessage("A kill that names two items.")
        .setFeed("agency")
        .setFailedAt(SINCE)
        .setPayload(ByteBuffer.allocate(0))
        .setKill(
            UnresolvedKill.newBuilder()
                .setUri("urn:x:kill")
                .setMade(SINCE)
                .setNamed(List.of("slug FERRY"))
                .setCandidates(candidates)
                .build())
        .build();
  }
}
