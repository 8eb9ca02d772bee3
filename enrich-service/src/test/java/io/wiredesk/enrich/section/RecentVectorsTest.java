package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentVectorsTest {
  private final RecentVectors recent = new RecentVectors();
  private final AtomicInteger made = new AtomicInteger();

  private float[] get(long... ids) {
    return recent.get(ids, () -> new float[] {made.incrementAndGet()});
  }

  @Test
  void makesTheVectorOfTheSameBeginningOnce() {
    assertThat(get(1, 2, 3)).isEqualTo(get(1, 2, 3));
    assertThat(made).hasValue(1);
    assertThat(get(1, 2)).containsExactly(2);
  }

  @Test
  void givesEachCallerItsOwn() {
    get(1)[0] = 99;
    assertThat(get(1)).containsExactly(1);
    get(1)[0] = 99;
    assertThat(get(1)).containsExactly(1);
  }

  @Test
  void keepsTheLatestOnly() {
    for (int i = 0; i < RecentVectors.MOST; i++) {
      get(i);
    }
    get(0); // used again: the next to go is 1
    get(-1);
    int before = made.get();
    get(0);
    assertThat(made).hasValue(before);
    get(1);
    assertThat(made).hasValue(before + 1);
  }
}
