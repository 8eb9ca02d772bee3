package io.wiredesk.enrich.entity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;

class NameRulesTest {
  private static final NameRules RULES = new NameRules(Gazetteer.load());

  private static String apply(String marked) {
    Article article = MarkedText.read(marked);
    return MarkedText.write(article, RULES.apply(article));
  }

  @Test
  void namesBeginAfterTheArticleAndEndBeforeThePossessive() {
    assertThat(apply("He left {ORG|the Stimson Center's} board."))
        .isEqualTo("He left the {ORG|Stimson Center}'s board.");
  }

  @Test
  void officeAndHonorificAreNotPartOfAName() {
    assertThat(apply("They met {PERSON|Prime Minister Ann Lee} today."))
        .isEqualTo("They met Prime Minister {PER|Ann Lee} today.");
  }

  @Test
  void nationalitiesAreNoEntities() {
    assertThat(apply("The {NORP|Russian} army left.")).isEqualTo("The Russian army left.");
  }

  @Test
  void bylineOfTwoPlacesIsTwoNames() {
    assertThat(apply("From {GPE|Dhaka/Khulna} today."))
        .isEqualTo("From {LOC|Dhaka}/{LOC|Khulna} today.");
  }

  @Test
  void webAddressesAndGenericWordsAreNoNames() {
    assertThat(apply("See {ORG|www.example.org/news} of the {ORG|Ministry} now."))
        .doesNotContain("{");
  }

  @Test
  void surnameOfAFullNameIsThatPersonEverywhere() {
    assertThat(
            apply("{PERSON|Tendai Moyo} spoke.\nThen {ORG|Moyo} left and nobody saw Moyo again."))
        .isEqualTo(
            "{PER|Tendai Moyo} spoke.\nThen {PER|Moyo} left and nobody saw {PER|Moyo} again.");
  }

  @Test
  void placesThatShareAWordWithAPersonStayPlaces() {
    assertThat(apply("{PERSON|Jean London} spoke.\nShe flew to {GPE|London} later."))
        .contains("to {LOC|London}");
  }

  @Test
  void wordsAfterATitleAreAPerson() {
    assertThat(apply("Then Mr Kato was found.")).isEqualTo("Then Mr {PER|Kato} was found.");
  }

  @Test
  void bracketedShortFormIsTheBodyEverywhere() {
    assertThat(apply("{ORG|Zambia Mining Board} (ZMB) met.\nLater ZMB adjourned."))
        .isEqualTo("{ORG|Zambia Mining Board} ({ORG|ZMB}) met.\nLater {ORG|ZMB} adjourned.");
  }

  @Test
  void unseenBodyIsSpeltOutByItsShortForm() {
    assertThat(apply("The Northern Fisheries Commission (NFC) met."))
        .isEqualTo("The {ORG|Northern Fisheries Commission} ({ORG|NFC}) met.");
  }

  @Test
  void bracketsThatDoNotSpellTheNameDefineNothing() {
    assertThat(apply("{ORG|Zambia Mining Board} (see below) met."))
        .isEqualTo("{ORG|Zambia Mining Board} (see below) met.");
  }

  @Test
  void capitalisedWordForABodyBelongsToTheName() {
    assertThat(apply("The {GPE|Sierra Leone} Labour Congress met."))
        .isEqualTo("The {ORG|Sierra Leone Labour Congress} met.");
    assertThat(apply("The Bank of {GPE|Ghana} met.")).isEqualTo("The {ORG|Bank of Ghana} met.");
  }

  @Test
  void capitalisedWordForAPlaceBelongsToTheName() {
    assertThat(apply("They crossed Lake {LOC|Nicaragua} slowly."))
        .isEqualTo("They crossed {LOC|Lake Nicaragua} slowly.");
  }

  @Test
  void headNounDecidesWhatANameIs() {
    assertThat(apply("The {GPE|Housing Authority of Newtown} met."))
        .isEqualTo("The {ORG|Housing Authority of Newtown} met.");
    assertThat(apply("The {ORG|Clean Harbours Act} passed.")).doesNotContain("{");
  }

  @Test
  void countriesArePlacesWhateverTheyWereTakenFor() {
    assertThat(apply("Then {ORG|Norway} agreed and Australia did too."))
        .isEqualTo("Then {LOC|Norway} agreed and {LOC|Australia} did too.");
  }

  @Test
  void amountsOfMoneyNameNoCountry() {
    assertThat(apply("It cost US $5 in all.")).doesNotContain("{");
  }

  @Test
  void datelineNamesPlaceAndAgency() {
    assertThat(apply("{ORG|LUSAKA}, June 3 (Atlas News) - It rained."))
        .isEqualTo("{LOC|LUSAKA}, June 3 ({ORG|Atlas News}) - It rained.");
  }

  @Test
  void headOfStateIsKnownBySurnameWhereTheCountryIsNamed() {
    assertThat(apply("{ORG|Xi} spoke of {GPE|China} first."))
        .isEqualTo("{PER|Xi} spoke of {LOC|China} first.");
    assertThat(apply("The letter Xi is Greek.")).doesNotContain("{");
  }

  @Test
  void majorityDecidesTheTypeOfAName() {
    assertThat(apply("{ORG|Anvilco} rose.\n{ORG|Anvilco} fell.\n{PERSON|Anvilco} rose again."))
        .doesNotContain("{PER");
  }

  @Test
  void multiWordNamesAreFoundAgain() {
    assertThat(apply("{ORG|Blue Anchor} won.\nNobody else but Blue Anchor tried."))
        .endsWith("but {ORG|Blue Anchor} tried.");
  }

  @Test
  void cityBesideAResultIsItsClubAndACountryStaysACountry() {
    assertThat(
            apply(
                "{GPE|Leeds} beat {GPE|Hull} 2-1.\n{GPE|Norway} beat {GPE|Sweden} 3-0 and 1-0 later."))
        .isEqualTo(
            "{ORG|Leeds} beat {ORG|Hull} 2-1.\n{LOC|Norway} beat {LOC|Sweden} 3-0 and 1-0 later.");
  }

  @Test
  void clubsStandInBracketsAfterThePlayersOfALineUp() {
    assertThat(
            apply(
                "Squad: {PERSON|Ann Lee} ({GPE|Hull}), {PERSON|Eva Roe} ({GPE|Leeds}), {PERSON|Una Fox} ({GPE|Derby})"))
        .contains("({ORG|Hull})", "({ORG|Leeds})", "({ORG|Derby})");
  }
}
