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
  void datelineNamesThePlace() {
    assertThat(apply("{ORG|LUSAKA}, June 3 (Atlas News) - It rained."))
        .isEqualTo("{LOC|LUSAKA}, June 3 (Atlas News) - It rained.");
  }

  @Test
  void agencyInADatelineIsTheSourceAndNoSubject() {
    assertThat(apply("{GPE|Berlin} ({ORG|dpa}) - It rained.\nThe {ORG|dpa} said so."))
        .isEqualTo("{LOC|Berlin} (dpa) - It rained.\nThe {ORG|dpa} said so.");
    assertThat(apply("({ORG|Reuters}) - It rained.")).doesNotContain("{");
    assertThat(apply("The fund ({ORG|WAF}) - it is new - spoke."))
        .as("a short form within a sentence")
        .contains("({ORG|WAF})");
  }

  @Test
  void bylineEndsBeforeItsDate() {
    assertThat(apply("By {PERSON|Ann Lee Dec} 7")).isEqualTo("By {PER|Ann Lee} Dec 7");
    assertThat(apply("By {PERSON|Ann May} of the city desk"))
        .isEqualTo("By {PER|Ann May} of the city desk");
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

  @Test
  void bodiesOfSeveralPartsAreWhole() {
    assertThat(apply("The {ORG|Ministry of Trade}, Industry and Energy met."))
        .isEqualTo("The {ORG|Ministry of Trade, Industry and Energy} met.");
    assertThat(apply("The {ORG|Truth and Reconciliation Commission} of {GPE|Canada} met."))
        .isEqualTo("The {ORG|Truth and Reconciliation Commission of Canada} met.");
    assertThat(apply("Then the Government of {GPE|Mongolia} agreed."))
        .isEqualTo("Then the {ORG|Government of Mongolia} agreed.");
    assertThat(apply("The {ORG|UN} High Commissioner for Refugees spoke."))
        .isEqualTo("The {ORG|UN High Commissioner for Refugees} spoke.");
  }

  @Test
  void twoBodiesJoinedByAndStayTwo() {
    assertThat(apply("The {ORG|Ministry of Trade} and {ORG|Atlas Bank} met."))
        .isEqualTo("The {ORG|Ministry of Trade} and {ORG|Atlas Bank} met.");
    assertThat(apply("The {ORG|Ministry of Trade}, {PERSON|Ann Lee} and others met."))
        .contains("{ORG|Ministry of Trade},");
  }

  @Test
  void capitalsThatEndInAWordForABodyOrASiteNameOne() {
    assertThat(apply("Then the Kestrel Foundation gave to the Tarn River fund."))
        .isEqualTo("Then the {ORG|Kestrel Foundation} gave to the {LOC|Tarn River} fund.");
    assertThat(apply("He called the Police Department again.")).doesNotContain("{");
  }

  @Test
  void currenciesRoadsAndHeadingsAreNoNames() {
    assertThat(apply("It cost {ORG|MNT} 3,380 a litre.")).doesNotContain("{");
    assertThat(apply("The {ORG|A9} was closed.")).doesNotContain("{");
    assertThat(apply("{ORG|P W}\n{ORG|L GF GA Pts}")).doesNotContain("{");
  }

  @Test
  void whatAMinisterIsMinisterOfIsNoBody() {
    assertThat(apply("The Minister of Employment and {ORG|Labour} spoke.")).doesNotContain("{");
    assertThat(apply("The Secretary for {ORG|Justice} spoke.")).doesNotContain("{");
  }

  @Test
  void peoplesProgrammesAndProductsAreNoOrganisations() {
    assertThat(apply("They are {ORG|First Nations} all.")).doesNotContain("{");
    assertThat(apply("It is in the {ORG|National Health Survey} now.")).doesNotContain("{");
    assertThat(apply("A new {ORG|iPhone} came.")).contains("{PRO|iPhone}");
  }

  @Test
  void theAmazonIsNoCompany() {
    assertThat(apply("Fires in the {ORG|Amazon} doubled."))
        .isEqualTo("Fires in the {LOC|Amazon} doubled.");
  }

  @Test
  void aWordThatTheArticleUsesSmallIsNoOrganisation() {
    assertThat(apply("The {ORG|Media} came, as media do.")).doesNotContain("{");
    assertThat(apply("Then {ORG|Brindle} came.")).contains("{ORG|Brindle}");
  }

  @Test
  void whoMostlySpeaksIsAPerson() {
    assertThat(apply("Then {ORG|Kaiwai} said so.")).isEqualTo("Then {PER|Kaiwai} said so.");
  }

  @Test
  void bodiesOfTheTablesAreFoundWhereTheRecogniserPassedThemOver() {
    assertThat(apply("He wrote to UNESCO again.")).isEqualTo("He wrote to {ORG|UNESCO} again.");
    assertThat(apply("At the G-20 they met.")).isEqualTo("At the {ORG|G-20} they met.");
  }

  @Test
  void aNameInAnotherScriptIsNoSecondName() {
    assertThat(apply("{PERSON|Chen Mei} ({ORG|陳美}) spoke."))
        .isEqualTo("{PER|Chen Mei} (陳美) spoke.");
  }
}
