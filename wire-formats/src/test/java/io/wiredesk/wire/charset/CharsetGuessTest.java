package io.wiredesk.wire.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

  /** Sets, divided by spaces, and copy that each of them must give back unharmed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252 IBM850 x-MacRoman|Die Fähre war über eine Stunde zu spät in Köln, sagte der Kapitän am Sonntag. Grüße aus Füssen.",
        "windows-1252 IBM850 x-MacRoman|Le bac est arrivé à l'heure où la côte était très près. Le maire a déclaré que la grève était finie.",
        "windows-1252 IBM850 x-MacRoman|El alcalde dimitió el domingo después de un año difícil, según informó la compañía.",
        "windows-1252 IBM850|O porto não abriu na manhã de domingo, disse a câmara. A situação é difícil.",
        "windows-1252 IBM850|Færgen blev forsinket på søndag, og borgmesteren sagde at havnen åbner igen i år.",
        "windows-1252|Höfnin var opnuð á ný og skipið kom að landi síðdegis, sagði bæjarstjórinn. Það er gott.",
        "windows-1252|The minister said “no” – and the café’s owner agreed. It cost £5 … he said.",
        "windows-1250 ISO-8859-2 IBM852|Port został zamknięty w niedzielę, poinformował zarząd. Władze chcą pogłębić wejście do zatoki.",
        "windows-1250 ISO-8859-2 IBM852|Přístav byl v neděli uzavřen, řekl mluvčí. Hladina řeky se zvýšila a lodě čekají.",
        "windows-1250 ISO-8859-2|A kikötőt vasárnap lezárták, közölte a város. A hajók nem tudnak befutni az öbölbe.",
        "windows-1250 ISO-8859-2|Luka je zatvorena u nedjelju zbog nevremena, rekao je gradonačelnik. Brodovi čekaju na ulaz, što traje već satima.",
        "windows-1254|Liman pazar günü kapatıldı, dedi belediye başkanı. Gemiler girişte bekliyor ve çalışmalar sürüyor.",
        "windows-1257|Ostas tika slēgta svētdien, teica pilsētas mērs. Kuģi gaida pie ieejas jūrā.",
        "windows-1251 KOI8-R ISO-8859-5|Порт закрыли в воскресенье, сообщил мэр города. Корабли ждут у входа в гавань.",
        "windows-1253|Το λιμάνι έκλεισε την Κυριακή, είπε ο δήμαρχος. Τα πλοία περιμένουν στην είσοδο του κόλπου.",
        "windows-1255|הנמל נסגר ביום ראשון, אמר ראש העיר. האוניות ממתינות בכניסה למפרץ כבר שעות רבות.",
        "windows-1256|أغلق الميناء يوم الأحد كما قال رئيس البلدية. السفن تنتظر عند مدخل الخليج منذ ساعات.",
        "x-windows-874|ท่าเรือปิดในวันอาทิตย์ นายกเทศมนตรีกล่าว เรือหลายลำรออยู่ที่ทางเข้าอ่าว",
        "windows-31j EUC-JP|港は日曜日に閉鎖されたと市長が述べた。船は湾の入り口で待っている。",
        "GB18030|港口周日关闭，市长说。船只在海湾入口等待了几个小时，工程将持续一个月。",
        "Big5-HKSCS|港口週日關閉，市長說。船隻在海灣入口等待了幾個小時，工程將持續一個月。",
        "x-windows-949|항구는 일요일에 폐쇄되었다고 시장이 말했다. 배들은 만의 입구에서 기다리고 있다."
      })
  void readsOrdinaryCopyOfItsLanguage(String sets, String copy) {
    for (String set : sets.split(" ")) {
      byte[] bytes = copy.getBytes(Charset.forName(set));
      assertThat(WireText.of(bytes, null).value()).as(set).isEqualTo(copy);
    }
  }

  @Test
  void markupAroundTheCopyChangesNothing() {
    String page =
        "<html><body class=\"article wide\"><p><a href=\"/news/1\">Порт закрыли</a> в воскресенье,"
            + " сообщил мэр города.</p></body></html>";
    byte[] bytes = page.getBytes(Charset.forName("windows-1251"));
    assertThat(WireText.of(bytes, null).value()).isEqualTo(page);
  }

  @Test
  void oneLetterOfMostSetsMakesAsciiWestern() {
    byte[] bytes =
        "Eleven people were rescued from a k\u00f3ra in the north. "
            .repeat(60)
            .getBytes(Decoding.WINDOWS_1252);
    assertThat(CharsetGuess.of(bytes)).isEqualTo(Decoding.WINDOWS_1252);
  }

  @Property(tries = 500)
  void anyBytesGiveSomeText(@ForAll byte[] bytes) {
    assertThat(WireText.of(bytes, null).value()).isNotNull();
  }
}
