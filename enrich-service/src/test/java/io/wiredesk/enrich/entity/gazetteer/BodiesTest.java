package io.wiredesk.enrich.entity.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  private static String link(String text, String name, String... places) {
    Context context = new Context(GAZETTEER, text, mentions(text, places), null);
    Known known =
        new Bodies(GAZETTEER, text, context, n -> text.contains(n))
            .find(name, mentions(text, name));
    return known == null ? "none" : known.name();
  }

  private static List<Context.Mentioned> mentions(String text, String... names) {
    List<Context.Mentioned> mentions = new ArrayList<>();
    for (String name : names) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
        mentions.add(new Context.Mentioned(name, at, at + name.length()));
    }
    return mentions;
  }

  @Test
  void aBodyThatEveryCountryHasIsItsCountrysOrNobodys() {
    assertThat(link("The Supreme Court ruled in Washington.", "Supreme Court", "Washington"))
        .isEqualTo("Supreme Court of the United States");
    assertThat(link("The Supreme Court ruled.", "Supreme Court")).isEqualTo("none");
    assertThat(link("Peru's Supreme Court ruled; Texas watched.", "Supreme Court", "Texas"))
        .isEqualTo("none");
    assertThat(
            link(
                "The American Supreme Court ruled; Chile, Chile and Peru watched.",
                "Supreme Court",
                "Chile",
                "Peru"))
        .isEqualTo("Supreme Court of the United States");
  }

  @Test
  void aCompanyThatIsAWordWantsBusinessNearIt() {
    assertThat(link("Apple growers lost half of the crop.", "Apple")).isEqualTo("none");
    assertThat(link("Apple sold more smartphones.", "Apple")).isEqualTo("Apple Inc.");
    assertThat(link("Fires in the Amazon doubled.", "Amazon")).isEqualTo("none");
  }

  @Test
  void noBrandOfOneWordWithoutBusiness() {
    assertThat(link("The firm Huawei Accenture left; Accenture shares fell.", "Exelon"))
        .isEqualTo("none");
    assertThat(link("Accenture lost.", "Accenture")).isEqualTo("none");
    assertThat(link("The firm Accenture lost.", "Accenture")).isEqualTo("Accenture");
  }

  @Test
  void noBrandForAWordThatTheArticleUsesSmall() {
    assertThat(link("The company Kyriad called it a kyriad.", "Kyriad", "France"))
        .isEqualTo("none");
  }

  @Test
  void noBrandWithinALongerName() {
    assertThat(link("The firm said Judge Accenture Miller ruled.", "Accenture")).isEqualTo("none");
  }

  @Test
  void anOperatorIsLinkedInItsCountry() {
    assertThat(link("Eskom, the company, cut the power in South Africa.", "Eskom", "South Africa"))
        .isEqualTo("Eskom");
    assertThat(link("Eskom, the company, cut the power in Peru.", "Eskom", "Peru"))
        .isEqualTo("none");
  }
}
