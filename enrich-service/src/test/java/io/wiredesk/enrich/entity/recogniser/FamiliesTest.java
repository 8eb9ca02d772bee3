package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FamiliesTest {

  private static String item(Field field, int window) {
    return field.ordinal() + " " + window;
  }

  @Test
  void templatesThatLookAtTheSameFromOtherPlacesAreOneFamily() {
    Families families =
        Families.of(
            new String[] {
              item(Field.LOWER, -1),
              item(Field.LOWER, -1) + " " + item(Field.LOWER, 0),
              item(Field.LOWER, 0) + " " + item(Field.LOWER, 1),
              item(Field.LOWER, -1) + " " + item(Field.LOWER, 1),
              item(Field.LOWER, 0)
            });

    assertThat(families.all()).hasSize(3);
    assertThat(families.familyOf(1)).isEqualTo(families.familyOf(2));
    assertThat(families.familyOf(3)).isNotEqualTo(families.familyOf(2));
    assertThat(families.all().get(families.familyOf(2)).members()).containsExactly(-1, 0);
    assertThat(families.all().get(families.familyOf(3)).windows()).containsExactly(0, 2);
    assertThat(families.memberOf(4)).isEqualTo(1);
  }

  @Test
  void onlyWhatFollowsFromOneSpellingIsOfAWord() {
    Families families =
        Families.of(
            new String[] {
              item(Field.SUFFIX_3, 0) + " " + item(Field.LOWER, 0),
              item(Field.SUFFIX_3, -1) + " " + item(Field.LOWER, 0),
              item(Field.LEMMA, 0),
              item(Field.CLUSTERS, 0)
            });

    assertThat(families.all())
        .extracting(Families.Family::isOfWord)
        .containsExactly(true, false, false, false);
  }

  @Test
  void anEntryHoldsLabelAndWeightOrIsRefused() {
    assertThat(FeatureWeights.entry(72, -0.5f) >> 7).isEqualTo(-FeatureWeights.ONE / 2);
    assertThat(FeatureWeights.entry(72, -0.5f) & 127).isEqualTo(72);
    assertThat(FeatureWeights.entry(3, 1e-9f)).isZero();
    assertThatThrownBy(() -> FeatureWeights.entry(1, 3f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FeatureWeights.entry(128, 0.1f))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
