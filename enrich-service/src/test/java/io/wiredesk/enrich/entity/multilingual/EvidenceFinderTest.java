package io.wiredesk.enrich.entity.multilingual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.rules.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceFinderTest {
  private static final EvidenceFinder FINDER = EvidenceFinder.load(Gazetteer.load());
  private static final Pattern MARK = Pattern.compile("\\[([POL]) ([^\\]]+)\\]");

  record Line(String language, String marked) {}

  static Stream<Line> lines() {
    return Resources.lines("marked.txt").stream()
        .map(line -> line.split(": ", 2))
        .map(parts -> new Line(parts[0], parts[1]));
  }

  /** marked.txt: language: text with [P person], [O organisation], [L location]. */
  @ParameterizedTest
  @MethodSource("lines")
  void findsWhatIsMarkedAndNothingElse(Line line) {
    String text = MARK.matcher(line.marked()).replaceAll("$2");
    List<String> wanted = new ArrayList<>();
    for (Matcher m = MARK.matcher(line.marked()); m.find(); )
      wanted.add(m.group(1) + " " + m.group(2));

    assertThat(found(text, line.language())).isEqualTo(wanted);
  }

  private static List<String> found(String text, String language) {
    return FINDER.find(text, language).stream()
        .map((Span s) -> s.type().name().charAt(0) + " " + s.in(text))
        .collect(Collectors.toList());
  }

  @Test
  void surnameIsThePersonOfTheFullNameEverywhere() {
    String text =
        "Der Trainer Jonas Brettner schwieg. Später kam Brettner doch. Zu Brettners Plan nichts.";

    assertThat(found(text, "de")).containsExactly("P Jonas Brettner", "P Brettner", "P Brettners");
  }

  @Test
  void findsNothingInTextWithoutNames() {
    assertThat(found("Die Regierung will im Herbst neue Regeln für Unternehmen vorlegen.", "de"))
        .isEmpty();
    assertThat(found("O governo quer apresentar novas regras para empresas.", "pt")).isEmpty();
    assertThat(found("", "fr")).isEmpty();
  }

  @Test
  void readsEitherNorwegianAsBokmal() {
    assertThat(FINDER.serves("nn")).isTrue();
    assertThat(found("Trygve Halvorsen bor i Bergen.", "nn"))
        .isEqualTo(found("Trygve Halvorsen bor i Bergen.", "nb"));
  }

  @Test
  void saysTheCommonNameOfAPlace() {
    assertThat(FINDER.common("München", "de")).isEqualTo("Munich");
    assertThat(FINDER.common("Londres", "fr")).isEqualTo("London");
    assertThat(FINDER.common("Warszawie", "pl")).isEqualTo("Warsaw");
    assertThat(FINDER.common("Londres", "de")).isNull();
  }

  @Test
  void refusesALanguageThatHasNoWords() {
    assertThat(FINDER.serves("hu")).isFalse();
    assertThatThrownBy(() -> FINDER.find("Budapest", "hu"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
