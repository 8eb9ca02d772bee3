package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.recogniser.Sentence.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTagsTest {
  private static List<Name> read(String tags) {
    return NameTags.read(tags.split(" "));
  }

  @Test
  void readsUnitsAndRuns() {
    assertThat(read("U-ORG O B-PERSON I-PERSON L-PERSON"))
        .containsExactly(new Name("ORG", 0, 1), new Name("PERSON", 2, 5));
  }

  @Test
  void mendsAUnitThatALastFollows() {
    assertThat(read("U-GPE L-GPE")).containsExactly(new Name("GPE", 0, 2));
  }

  @Test
  void dropsARunThatNeverEnds() {
    assertThat(read("B-ORG I-ORG O")).isEmpty();
  }
}
