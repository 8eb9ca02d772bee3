package io.wiredesk.enrich.entity.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final Pattern MARK = Pattern.compile("\\{([^}]*)}");

  /** Articles with their places in braces. */
  private static Context read(String marked, @Nullable String located) {
    StringBuilder text = new StringBuilder();
    List<Context.Mentioned> places = new ArrayList<>();
    Matcher m = MARK.matcher(marked);
    int at = 0;
    while (m.find()) {
      text.append(marked, at, m.start());
      int start = text.length();
      text.append(m.group(1));
      places.add(new Context.Mentioned(m.group(1), start, text.length()));
      at = m.end();
    }
    return new Context(GAZETTEER, text.append(marked.substring(at)).toString(), places, located);
  }

  private static String country(String marked, String name) {
    Known place = read(marked, null).place(name);
    return place == null ? "none" : String.valueOf(place.country());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {VALENCIA}, {Venezuela} (Meridian) - It rained.                   | VALENCIA   | VE
          A ship left {Newcastle}, {Australia}, for the south.              | Newcastle  | AU
          Snow fell in {Moscow}, {Idaho}.                                   | Moscow     | US
          Police in {Vancouver}, Wash., closed a street.                    | Vancouver  | US
          The Lebanese city of {Tripoli} was quiet.                         | Tripoli    | LB
          Fighting flared in {Tripoli}, northern {Lebanon}.                 | Tripoli    | LB
          {Britain}'s city of {Cambridge} voted late.                       | Cambridge  | GB
          They met in {Cordoba} in central {Argentina}.                     | Cordoba    | AR
          """)
  void whatStandsBesideANameSaysWhereItIs(String text, String name, String country) {
    assertThat(country(text, name)).isEqualTo(country);
  }

  @Test
  void aCityIsNoneOfThatNameElsewhereOnceItsCountryIsSaid() {
    assertThat(country("Goats graze near {Cairo}, {Peru}.", "Cairo")).isEqualTo("none");
  }

  @Test
  void aNameOfSeveralCitiesIsNoneUntilTheArticleNamesACountry() {
    assertThat(country("The festival in {San Jose} began.", "San Jose")).isEqualTo("none");
    assertThat(country("The festival in {San Jose} began; {Costa Rica} likes it.", "San Jose"))
        .isEqualTo("CR");
    assertThat(country("The Costa Rican festival in {San José} began.", "San José"))
        .isEqualTo("CR");
  }

  @Test
  void anAmbiguousCityDoesNotVoteForItsOwnCountry() {
    assertThat(read("{Birmingham} and {Cambridge} and {Perth} were wet.", null).names("GB"))
        .isFalse();
  }

  @Test
  void aCapitalIsMeantUnlessTheArticleNamesOnlyTheNamesakesCountry() {
    assertThat(country("Talks in {Athens} failed.", "Athens")).isEqualTo("GR");
    assertThat(country("Talks in {Athens} failed; {Ohio} and {Michigan} waited.", "Athens"))
        .isEqualTo("none");
  }

  @Test
  void georgiaIsTheStateWhereTheArticleIsAmericanAndNothingWhereItSaysNothing() {
    assertThat(country("{Georgia} counts in {Atlanta}.", "Georgia")).isEqualTo("US");
    assertThat(country("{Georgia} counts in {Tbilisi}.", "Georgia")).isEqualTo("GE");
    assertThat(country("{Georgia} counts.", "Georgia")).isEqualTo("none");
  }

  @Test
  void partsOfCountriesAreKnownWithAndWithoutTheirWord() {
    Known state = read("Rain in {Tamil Nadu}.", null).place("Tamil Nadu");
    assertThat(state).isNotNull();
    assertThat(read("Rain in {Punjab Province}, {Pakistan}.", null).place("Punjab Province"))
        .extracting(Known::country)
        .isEqualTo("PK");
    assertThat(country("Rain in {Punjab}.", "Punjab")).isEqualTo("none");
    assertThat(country("Rain in the {Central Province} and {Central}.", "Central"))
        .isEqualTo("none");
  }

  @Test
  void aWordThatTheArticleUsesSmallIsNoCity() {
    assertThat(country("{Orange} was dear in {France}, as orange juice is.", "Orange"))
        .isEqualTo("none");
  }

  @Test
  void smallTownsAreNotLinkedWithoutTheirCountry() {
    assertThat(country("In {El Sauce} it rained.", "El Sauce")).isEqualTo("none");
  }

  @Test
  void datelineGivesTheCountry() {
    assertThat(read("It rained.", "HARARE, Zimbabwe").names("ZW")).isTrue();
  }

  @Test
  void orderOfSentencesDoesNotMatter() {
    List<String> sentences =
        new ArrayList<>(
            List.of(
                "{Santiago} was calm. ",
                "In {Valencia}, {Spain}, they danced. ",
                "{San Jose} voted; the Costa Rican side won. ",
                "{Cordoba} waited for {Argentina}. ",
                "Ministers left {Athens} and {Perth}. ",
                "{Georgia} and {Victoria} said nothing. ",
                "{Hyderabad} is hot. "));
    List<String> names =
        List.of("Santiago", "Valencia", "San Jose", "Cordoba", "Athens", "Perth", "Victoria");
    List<@Nullable Known> first = links(sentences, names);
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      Collections.shuffle(sentences, random);
      assertThat(links(sentences, names)).isEqualTo(first);
    }
  }

  private static List<@Nullable Known> links(List<String> sentences, List<String> names) {
    Context context = read(String.join("", sentences), null);
    List<@Nullable Known> links = new ArrayList<>();
    for (String name : names) links.add(context.place(name));
    return links;
  }
}
