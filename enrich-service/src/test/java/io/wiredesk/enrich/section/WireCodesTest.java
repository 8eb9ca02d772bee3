package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.NewsItems;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireCodesTest {
  private final WireCodes codes = new WireCodes(MediaTopics.load());

  private List<NewsSection> sections(Concept... subjects) {
    return codes.sections(item(subjects));
  }

  private static NewsItem item(Concept... subjects) {
    return NewsItems.of("", "").setSubjects(List.of(subjects)).build();
  }

  @ParameterizedTest
  @CsvSource({
    "medtop:15000000,sport,15000000",
    "medtop:20001065,sport,20001065",
    "MedTop:20000638,world,20000638",
    "subj:15000000,sport,15000000",
    "subj:15054000,sport,20001065",
    "subj:11002000,world,20000638",
    "subj:04008015,business,20000344",
    "04009000,business,20000385",
    "20000574,politics,20000574",
    "iptccat:FIN,business,04000000",
    "SPO,sport,15000000",
    "anpa:f,business,04000000",
    "apCategoryCode:s,sport,15000000",
    "e,culture,01000000",
    "PL,politics,11000000",
    "http://cv.iptc.org/newscodes/iptccat/SPO,sport,15000000",
    "World news,world,20000638",
    "Fußball,sport,20001065",
    "dpacat:wi,business,04000000"
  })
  void mapsEveryKindOfCode(String literal, String section, String topic) {
    assertThat(sections(NewsItems.subject(null, literal)))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getSection()).isEqualTo(section);
              assertThat(found.getUri())
                  .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/" + topic);
              assertThat(found.getCreator()).isEqualTo(Creator.WIRE);
              assertThat(found.getConfidence()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({"i,world", "f,business", "S,sport", "e,", "p,", "t,", "PL,politics"})
  void takesAnIptc7901LetterOnlyWhereAllProvidersMeanTheSame(String letter, String section) {
    NewsItem story = item(NewsItems.subject(null, letter));
    story.getSource().setFormat("iptc7901");
    assertThat(codes.sections(story))
        .extracting(NewsSection::getSection)
        .isEqualTo(section == null ? List.of() : List.of(section));
  }

  @Test
  void readsTheNameOfASectionWhereNoCodeIsKnown() {
    Concept named = Concept.newBuilder().setName(" Business ").setLiteral("x-17").build();
    assertThat(sections(named)).extracting(NewsSection::getSection).containsExactly("business");
  }

  @Test
  void mapsFullUris() {
    assertThat(
            sections(
                NewsItems.subject("http://cv.iptc.org/newscodes/mediatopic/07000000", "x"),
                NewsItems.subject("http://cv.iptc.org/newscodes/subjectcode/16001000", null)))
        .extracting(NewsSection::getSection)
        .containsExactly("health", "conflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anpa:a",
        "anpa:n",
        "dpacat:vm",
        "keyword:12",
        "subj:99000000",
        "",
        ":",
        "genre:x"
      })
  void findsNoSectionInOtherCodes(String literal) {
    assertThat(sections(NewsItems.subject(null, literal))).isEmpty();
  }

  @Test
  void saysEachSectionOnceWithItsMostExactTopic() {
    assertThat(
            sections(
                NewsItems.subject(null, "medtop:04000000"),
                NewsItems.subject(null, "medtop:20000385"),
                NewsItems.subject(null, "medtop:20000344")))
        .extracting(NewsSection::getName)
        .containsExactly("market and exchange");
  }

  @Test
  void putsTheMainSubjectFirst() {
    Concept main = Concept.newBuilder().setLiteral("medtop:07000000").setRel("mainSubject").build();
    assertThat(sections(NewsItems.subject(null, "medtop:04000000"), main))
        .extracting(NewsSection::getSection)
        .containsExactly("health", "business");
  }

  @Test
  void leavesOutWhatAModelInferred() {
    Concept inferred =
        Concept.newBuilder().setLiteral("medtop:07000000").setCreator(Creator.MODEL).build();
    assertThat(sections(inferred)).isEmpty();
  }

  @Test
  void keepsTheAgencysConfidence() {
    Concept unsure = Concept.newBuilder().setLiteral("medtop:07000000").setConfidence(60).build();
    assertThat(sections(unsure)).extracting(NewsSection::getConfidence).containsExactly(0.6);
  }
}
