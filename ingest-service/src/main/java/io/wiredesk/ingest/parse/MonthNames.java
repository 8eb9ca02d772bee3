package io.wiredesk.ingest.parse;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Names of months and their abbreviations (three letters or more) in English, German, French,
 * Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Turkish
 * and Romanian, without regard to case and accents. Stateless.
 */
public final class MonthNames {

  private static final String[] NAMES = {
    "january januar jaenner janner janvier enero gennaio janeiro januari tammikuu tammikuuta"
        + " stycznia styczen leden ledna ocak ianuarie ene gen jan sty led oca ian tammi",
    "february februar feber fevrier febrero febbraio fevereiro februari helmikuu helmikuuta lutego"
        + " luty unor unora subat februarie fev feb lut uno sub helmi fevr",
    "march marz maerz mars marzo marco maart maaliskuu maaliskuuta marca marzec brezen brezna mart"
        + " martie mar mrz maa mrt bre maalis",
    "april avril abril aprile huhtikuu huhtikuuta kwietnia kwiecien duben dubna nisan aprilie apr"
        + " avr abr kwi dub nis huhti",
    "may mai mayo maggio maio mei maj toukokuu toukokuuta maja kveten kvetna mayis mag kve touko",
    "june juni juin junio giugno junho kesakuu kesakuuta czerwca czerwiec cerven cervna haziran"
        + " iunie jun giu cze haz iun kesa",
    "july juli juillet julio luglio julho heinakuu heinakuuta lipca lipiec cervenec cervence temmuz"
        + " iulie jul lug lip tem iul heina juil",
    "august aout agosto augustus augusti elokuu elokuuta sierpnia sierpien srpen srpna agustos aug"
        + " ago sie srp agu aou elo",
    "september septembre septiembre settembre setembro syyskuu syyskuuta wrzesnia wrzesien zari"
        + " eylul septembrie sep sept set wrz eyl syys",
    "october oktober octobre octubre ottobre outubro lokakuu lokakuuta pazdziernika pazdziernik"
        + " rijen rijna ekim octombrie oct okt ott out paz rij eki loka",
    "november novembre noviembre novembro marraskuu marraskuuta listopada listopad kasim noiembrie"
        + " nov lis kas noi marras",
    "december dezember decembre diciembre dicembre dezembro joulukuu joulukuuta grudnia grudzien"
        + " prosinec prosince aralik decembrie desember dec dez dic gru pro ara des joulu",
  };
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Map<String, Integer> MONTHS = table();

  private MonthNames() {}

  /** 1–12, or nothing where the word is no month. */
  public static OptionalInt month(String word) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    Integer month = MONTHS.get(plain);
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  private static Map<String, Integer> table() {
    Map<String, Integer> table = new HashMap<>();
    for (int i = 0; i < NAMES.length; i++) {
      for (String name : NAMES[i].split(" ")) {
        table.put(name, i + 1);
      }
    }
    return Map.copyOf(table);
  }
}
