package io.wiredesk.enrich.entity.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LeadersTest {
  private static final Pattern TERMS =
      Pattern.compile(
          "(?:[\\p{L} -]+ (?:\\d{4}(?:-(?:\\d{4})?)?)(?:, (?=\\p{L}|\\d))?|\\d{4}-(?:\\d{4})?(?:, )?)+");

  @Test
  void everyLeaderHasOneIdACountryAndTermsOfOffice() {
    Map<String, String> ids = new HashMap<>();
    Tables.read(
        "leaders.tsv",
        row -> {
          assertThat(row).as(row[0]).hasSize(5);
          assertThat(row[0]).matches("Q\\d+");
          assertThat(row[1]).matches("[A-Z]{2}");
          assertThat(row[4]).matches(TERMS);
          assertThat(ids.put(row[0], row[2])).as(row[2]).isNull();
        });
    assertThat(ids).hasSizeGreaterThan(150);
  }

  @Test
  void aLeaderIsFoundByEverySpellingOfTheWholeName() {
    Gazetteer gazetteer = Gazetteer.load();
    assertThat(gazetteer.find("Abdel Fattah Al Sisi"))
        .isNotEmpty()
        .isEqualTo(gazetteer.find("Abdel-Fattah el-Sisi"));
  }
}
