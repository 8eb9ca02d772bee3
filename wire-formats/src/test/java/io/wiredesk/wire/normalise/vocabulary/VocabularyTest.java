package io.wiredesk.wire.normalise.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.TrustedClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  @BeforeAll
  static void trust() {
    TrustedClasses.trust();
  }

  @ParameterizedTest
  @CsvSource({
    "04000000, http://cv.iptc.org/newscodes/subjectcode/04000000, 'economy, business and finance'",
    "subj:15054000, http://cv.iptc.org/newscodes/subjectcode/15054000,",
    "medtop:11000000, http://cv.iptc.org/newscodes/mediatopic/11000000, politics",
    "medtop:20000065, http://cv.iptc.org/newscodes/mediatopic/20000065,",
    "20000065, http://cv.iptc.org/newscodes/mediatopic/20000065,",
    "https://cv.iptc.org/newscodes/mediatopic/15000000/, http://cv.iptc.org/newscodes/mediatopic/15000000, sport",
    "iptccat:POL, http://cv.iptc.org/newscodes/iptccat/POL,",
    "urn:newsml:iptc.org:20010101:iptc-subject-code:07000000, http://cv.iptc.org/newscodes/subjectcode/07000000, health",
    "npacat:x,,",
    "A,,"
  })
  void writesIptcCodesInFull(String literal, String uri, String name) {
    Concept concept = NewsCodes.subjects(List.of(literal(literal)), Map.of()).get(0);
    assertThat(concept.getUri()).isEqualTo(uri);
    assertThat(concept.getLiteral()).isEqualTo(literal);
    assertThat(concept.getName()).isEqualTo(name);
  }

  @Test
  void readsTheProvidersOwnCategories() {
    List<Concept> subjects =
        NewsCodes.subjects(
            List.of(literal("s"), literal("f")), Map.of("S", "sport", "F", "medtop:20000170"));
    assertThat(subjects)
        .extracting(Concept::getUri)
        .containsExactly(
            "http://cv.iptc.org/newscodes/mediatopic/15000000",
            "http://cv.iptc.org/newscodes/mediatopic/20000170");
  }

  @Test
  void namesEachSubjectOnce() {
    Concept named = new Concept("Sport", null, "subj:15000000", null, Creator.WIRE, null, null);
    List<Concept> subjects = NewsCodes.subjects(List.of(literal("15000000"), named), Map.of());
    assertThat(subjects).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN, en",
    "en_US, en-US",
    "EN-us, en-US",
    "eng, en",
    "ger, de",
    "deu, de",
    "Deutsch, de",
    "German, de",
    "fr-, fr",
    "zh-hans-cn, zh-Hans-CN",
    "iw, he",
    "xx, ",
    "'', ",
    "und, und"
  })
  void writesLanguageTagsAsBcp47(String wire, String tag) {
    assertThat(LanguageTags.normalise(wire)).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource({
    "text, text",
    "Photo, picture",
    "ninat:picture, picture",
    "icls:composite, composite",
    "News, text",
    ", text"
  })
  void namesTypesAsNinjsDoes(String wire, String type) {
    assertThat(ItemTypes.of(wire)).isEqualTo(type);
  }

  private static Concept literal(String code) {
    return new Concept(null, null, code, null, Creator.WIRE, null, null);
  }
}
