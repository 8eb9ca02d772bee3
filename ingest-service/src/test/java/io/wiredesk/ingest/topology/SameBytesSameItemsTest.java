package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promise: the same raw bytes and the same software give the same items. */
class SameBytesSameItemsTest {

  @Test
  void allSamplesGiveTheSameItemsInASecondRun() {
    List<NewsItem> first = run();
    assertThat(first).hasSizeGreaterThan(80);
    assertThat(run()).isEqualTo(first);
  }

  private static List<NewsItem> run() {
    try (SampleWires wires = new SampleWires()) {
      SampleWires.all().forEach(wires::send);
      return wires.items().stream().map(SampleWires::withoutTrail).toList();
    }
  }
}
