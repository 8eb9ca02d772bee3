package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void readsAWireOfEachKind() {
    assertThat(Rehearsal.of(new WireReader(AllFormats.parsers())))
        .hasSize(3)
        .allSatisfy(
            result ->
                assertThat(result)
                    .isInstanceOfSatisfying(
                        WireReader.Result.Read.class, read -> assertThat(read.items()).hasSize(1)));
  }
}
