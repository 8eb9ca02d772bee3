package io.wiredesk.wire.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.WireReader.Result;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every zone, each way to write a clock, winter and summer, through the parsers themselves. */
class TimesInEveryFormatTest {

  private static final Instant RECEIVED = Instant.parse("2031-01-02T12:00:00Z");
  private static final FeedProfile FEED = FeedProfile.standard("test");
  private static final WireReader READER = new WireReader(AllFormats.parsers());
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2031, 1, 15), LocalDate.of(2031, 7, 15));

  /** A clock as written, and what it says. */
  private static final Map<String, LocalTime> CLOCKS =
      Map.ofEntries(
          Map.entry("10:00", LocalTime.of(10, 0)),
          Map.entry("00:01", LocalTime.of(0, 1)),
          Map.entry("18:00:05", LocalTime.of(18, 0, 5)),
          Map.entry("20:0:0", LocalTime.of(20, 0)),
          Map.entry("9:05 a.m.", LocalTime.of(9, 5)),
          Map.entry("9:05 PM", LocalTime.of(21, 5)),
          Map.entry("9pm", LocalTime.of(21, 0)),
          Map.entry("12:01 a.m.", LocalTime.of(0, 1)),
          Map.entry("12:01 p.m.", LocalTime.of(12, 1)),
          Map.entry("12 noon", LocalTime.of(12, 0)),
          Map.entry("18h00", LocalTime.of(18, 0)),
          Map.entry("18.00 Uhr", LocalTime.of(18, 0)));

  /** Zones with one meaning, and what they mean, stated here from their definitions. */
  private static final Map<String, String> ZONES =
      pairs(
          "GMT +00:00 UTC +00:00 UT +00:00 Z +00:00 EST -05:00 EDT -04:00 CDT -05:00 MST -07:00"
              + " MDT -06:00 PDT -07:00 AKST -09:00 AKDT -08:00 HST -10:00 NST -03:30 NDT -02:30"
              + " BRT -03:00 ART -03:00 CLT -04:00 COT -05:00 PET -05:00 VET -04:00 WET +00:00"
              + " WEST +01:00 CET +01:00 CEST +02:00 MET +01:00 MEST +02:00 MEZ +01:00 MESZ +02:00"
              + " EET +02:00 EEST +03:00 MSK +03:00 TRT +03:00 WAT +01:00 CAT +02:00 SAST +02:00"
              + " EAT +03:00 IRST +03:30 AFT +04:30 PKT +05:00 NPT +05:45 MMT +06:30 ICT +07:00"
              + " WIB +07:00 HKT +08:00 SGT +08:00 PHT +08:00 AWST +08:00 JST +09:00 KST +09:00"
              + " ACST +09:30 ACDT +10:30 AEST +10:00 AEDT +11:00 NZST +12:00 NZDT +13:00"
              + " CHADT +13:45 +0530 +05:30 -03:30 -03:30 +02 +02:00 GMT+2 +02:00 UTC-05:00 -05:00"
              + " UTC+05:30 +05:30");

  /** Zones with several meanings: for ordinary times, for embargoes. */
  private static final Map<String, List<String>> SEVERAL =
      Map.of(
          "CST", List.of("-06:00", "-06:00"),
          "PST", List.of("-08:00", "-08:00"),
          "IST", List.of("+05:30", "+01:00"),
          "BST", List.of("+01:00", "+01:00"),
          "AST", List.of("-04:00", "-04:00"),
          "ADT", List.of("-03:00", "-03:00"),
          "GST", List.of("+04:00", "-02:00"),
          "SST", List.of("-11:00", "-11:00"));

  /** A format's way to say a time, %s. */
  private enum Wire {
    RSS(
        "<rss version=\"2.0\"><channel><title>F</title><item><title>Quay opens</title>"
            + "<pubDate>%s</pubDate><description>Text.</description></item></channel></rss>"),
    ATOM(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><id>urn:a:1</id>"
            + "<title>Quay opens</title><updated>%s</updated><content>Text.</content></entry></feed>"),
    NITF(
        "<nitf><head><docdata><doc-id id-string=\"n1\"/><date.issue norm=\"%s\"/></docdata></head>"
            + "<body><body.head><hedline><hl1>Quay opens</hl1></hedline></body.head>"
            + "<body.content><p>Text.</p></body.content></body></nitf>"),
    NEWSML_G2(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:g:1\" version=\"1\">"
            + "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"f\"/>"
            + "<versionCreated>%s</versionCreated></itemMeta><contentMeta><headline>Quay opens</headline>"
            + "</contentMeta><contentSet><inlineData contenttype=\"text/plain\">Text.</inlineData>"
            + "</contentSet></newsItem>"),
    NEWSML_1(
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>f.example</ProviderId>"
            + "<DateId>20310102</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\" Update=\"N\">1"
            + "</RevisionId><PublicIdentifier>urn:newsml:f.example:20310102:1:1</PublicIdentifier>"
            + "</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/>"
            + "<FirstCreated>20310102T100000Z</FirstCreated><ThisRevisionCreated>%s</ThisRevisionCreated>"
            + "<Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines>"
            + "<HeadLine>Quay opens</HeadLine></NewsLines><ContentItem><DataContent><p>Text.</p>"
            + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"),
    VENDOR_XML(
        "<articles><article><id>v1</id><headline>Quay opens</headline><published>%s</published>"
            + "<body><p>Text.</p></body></article></articles>"),
    NINJS(
        "{\"uri\":\"urn:n:1\",\"type\":\"text\",\"version\":\"1\",\"versioncreated\":\"%s\","
            + "\"headline\":\"Quay opens\",\"body_text\":\"Text.\"}"),
    HTML(
        "<!DOCTYPE html><html><head><title>Quay opens</title>"
            + "<meta property=\"article:modified_time\" content=\"%s\"></head>"
            + "<body><article><h1>Quay opens</h1><p>Text of the story.</p></article></body></html>"),
    EMAIL(
        "From: desk@f.example\nTo: in@n.example\nDate: %s\nMessage-ID: <1@f.example>\n"
            + "Subject: Quay opens\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nText.\n"),
    TEXT("Headline: Quay opens\nDate: %s\n\nFERROL (FW) - Text.\n"),
    EMBARGO_VENDOR_XML(
        "<articles><article><id>v1</id><headline>Quay opens</headline><embargo>%s</embargo>"
            + "<published>2031-01-02T10:00:00Z</published><body><p>Text.</p></body></article></articles>"),
    EMBARGO_NINJS(
        "{\"uri\":\"urn:n:1\",\"type\":\"text\",\"version\":\"1\","
            + "\"versioncreated\":\"2031-01-02T10:00:00Z\",\"embargoed\":\"%s\","
            + "\"headline\":\"Quay opens\",\"body_text\":\"Text.\"}"),
    EMBARGO_NITF(
        "<nitf><head><docdata management-status=\"embargoed\"><doc-id id-string=\"n1\"/>"
            + "<date.issue norm=\"20310102T100000Z\"/><date.release norm=\"%s\"/></docdata></head>"
            + "<body><body.head><hedline><hl1>Quay opens</hl1></hedline></body.head>"
            + "<body.content><p>Text.</p></body.content></body></nitf>"),
    EMBARGO_NEWSML_G2(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:g:1\" version=\"1\">"
            + "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"f\"/>"
            + "<versionCreated>2031-01-02T10:00:00Z</versionCreated><embargoed>%s</embargoed></itemMeta>"
            + "<contentMeta><headline>Quay opens</headline></contentMeta><contentSet>"
            + "<inlineData contenttype=\"text/plain\">Text.</inlineData></contentSet></newsItem>"),
    EMBARGO_NEWSML_1(
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>f.example</ProviderId>"
            + "<DateId>20310102</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\" Update=\"N\">1"
            + "</RevisionId><PublicIdentifier>urn:newsml:f.example:20310102:1:1</PublicIdentifier>"
            + "</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/>"
            + "<FirstCreated>20310102T100000Z</FirstCreated><ThisRevisionCreated>20310102T100000Z"
            + "</ThisRevisionCreated><Status FormalName=\"Embargoed\"/><StatusWillChange>"
            + "<FutureStatus FormalName=\"Usable\"/><DateAndTime>%s</DateAndTime></StatusWillChange>"
            + "</NewsManagement><NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines>"
            + "<ContentItem><DataContent><p>Text.</p></DataContent></ContentItem></NewsComponent>"
            + "</NewsItem></NewsML>"),
    EMBARGO_LABEL("Headline: Quay opens\nEmbargo: %s\n\nFERROL (FW) - Text.\n"),
    EMBARGO_LINE("EMBARGOED UNTIL %s\n\nQuay opens\n\nFERROL (FW) - Text of the story.\n"),
    EMBARGO_NOTE(
        "{\"uri\":\"urn:n:1\",\"type\":\"text\",\"version\":\"1\","
            + "\"versioncreated\":\"2031-01-02T10:00:00Z\",\"ednote\":\"Embargoed until %s.\","
            + "\"headline\":\"Quay opens\",\"body_text\":\"Text.\"}");

    private final String template;

    Wire(String template) {
      this.template = template;
    }

    boolean isEmbargo() {
      return name().startsWith("EMBARGO");
    }

    Instant read(String time) {
      byte[] bytes = template.replace("%s", time).getBytes(StandardCharsets.UTF_8);
      Result result =
          READER.read(
              new WireInput(bytes, null, null, RECEIVED, FEED), WireReader.RawCoordinates.none());
      assertThat(result).as(time).isInstanceOf(Result.Read.class);
      NewsItem item = ((Result.Read) result).items().get(0);
      return isEmbargo() ? item.getEmbargoedUntil() : item.getVersionCreated();
    }
  }

  @ParameterizedTest
  @MethodSource("wires")
  void readsEveryClockInEveryZone(Wire wire) {
    Map<String, String> wrong = new TreeMap<>();
    for (LocalDate day : DAYS) {
      CLOCKS.forEach(
          (clock, time) -> {
            ZONES.forEach((zone, offset) -> check(wire, day, clock, time, zone, offset, wrong));
            SEVERAL.forEach(
                (zone, offsets) -> {
                  String offset = offsets.get(wire.isEmbargo() ? 1 : 0);
                  check(wire, day, clock, time, zone, offset, wrong);
                });
          });
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("embargoes")
  void noEmbargoEndsEarlyForAZoneThatNobodyKnows(Wire wire) {
    for (String zone : List.of("XYZT", "QQT", "Atlantis/Deep", "local time")) {
      assertThat(wire.read("15 January 2031 10:00 " + zone))
          .as(zone)
          .isEqualTo("2031-01-15T22:00:00Z");
    }
    assertThat(wire.read("15 January 2031 1000A")).isEqualTo("2031-01-15T22:00:00Z");
  }

  @ParameterizedTest
  @MethodSource("wires")
  void followsSummerTimeWhereAPlaceIsNamed(Wire wire) {
    assertThat(wire.read("15 January 2031 10:00 Europe/Berlin")).isEqualTo("2031-01-15T09:00:00Z");
    assertThat(wire.read("15 July 2031 10:00 Europe/Berlin")).isEqualTo("2031-07-15T08:00:00Z");
    assertThat(wire.read("15 January 2031 10 a.m. ET")).isEqualTo("2031-01-15T15:00:00Z");
    assertThat(wire.read("15 July 2031 10 a.m. Eastern")).isEqualTo("2031-07-15T14:00:00Z");
    assertThat(wire.read("15 July 2031 10:00 London time")).isEqualTo("2031-07-15T09:00:00Z");
    assertThat(wire.read("15 July 2031 10h00 heure de Paris")).isEqualTo("2031-07-15T08:00:00Z");
  }

  private static void check(
      Wire wire,
      LocalDate day,
      String clock,
      LocalTime time,
      String zone,
      String offset,
      Map<String, String> wrong) {
    Instant right = day.atTime(time).toInstant(ZoneOffset.of(offset));
    String written = date(wire, day) + " " + clock + " " + zone;
    Instant read = wire.read(written);
    if (!right.equals(read)) {
      wrong.put(written, read + " for " + right);
    }
  }

  private static String date(Wire wire, LocalDate day) {
    return switch (wire) {
      case RSS, EMAIL, EMBARGO_NOTE -> format("EEE, d MMM yyyy", day);
      case NITF, NEWSML_1, NINJS -> day.toString();
      case TEXT, EMBARGO_LINE -> format("MMMM d, yyyy", day);
      default -> format("d MMMM yyyy", day);
    };
  }

  private static String format(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }

  static Stream<Wire> wires() {
    return Stream.of(Wire.values());
  }

  static Stream<Wire> embargoes() {
    return Stream.of(Wire.values()).filter(Wire::isEmbargo);
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new TreeMap<>();
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      pairs.put(words[i], words[i + 1]);
    }
    return pairs;
  }
}
