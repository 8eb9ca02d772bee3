package io.wiredesk.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.runtime.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {

  @Test
  void sharesAreReadInPercentAndWordsAsARange() {
    Mix mix = Mix.parse("ninjs=1, g2=3,urgent=2%,coded=0.5,words=100-300");

    assertThat(mix.formats()).containsEntry(Mix.Format.NEWSML_G2, 3).hasSize(2);
    assertThat(mix.urgent()).isEqualTo(0.02);
    assertThat(mix.coded()).isEqualTo(0.5);
    assertThat(mix.updates()).isZero();
    assertThat(mix.fewest()).isEqualTo(100);
    assertThat(mix.most()).isEqualTo(300);
  }

  @Test
  void theStandardMixIsOne() {
    assertThat(Mix.parse(Mix.STANDARD).formats()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urgent=2%",
        "ninjs=x",
        "ninjs=1,urgent=200%",
        "ninjs=1,urgent=60%,updates=60%",
        "ninjs=1,words=9",
        "ninjs=1,words=300-100",
        "ninjs=-1",
        "fax=1"
      })
  void whatMakesNoMixIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> Mix.parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--mix");
  }
}
