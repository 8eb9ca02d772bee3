package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that speaks of an embargo or a status and is not understood holds the item, anywhere. */
class EmbargoFieldsFailClosedTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-10T12:00:00Z");
  private static final String EARLIER = "2026-03-12T06:00:00Z";
  private static final String LATER = "2026-03-14T06:00:00Z";

  /** How each format writes what stands in the table's columns. */
  private static final Map<String, Wire> FORMATS = new LinkedHashMap<>();

  static {
    FORMATS.put("ninjs", EmbargoFieldsFailClosedTest::ninjs);
    FORMATS.put("ap-media-json", EmbargoFieldsFailClosedTest::ap);
    FORMATS.put("newsml-g2", EmbargoFieldsFailClosedTest::g2);
    FORMATS.put("nitf", EmbargoFieldsFailClosedTest::nitf);
    FORMATS.put("newsml-1.2", EmbargoFieldsFailClosedTest::newsml1);
    FORMATS.put("xml", EmbargoFieldsFailClosedTest::vendor);
  }

  private interface Wire {
    String of(List<String> embargoes, @Nullable String status);
  }

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (String format : FORMATS.keySet()) {
      cells.add(cell(format, "unreadable", List.of("soon"), null, PubStatus.WITHHELD, null));
      cells.add(cell(format, "empty", List.of(""), null, PubStatus.WITHHELD, null));
      cells.add(cell(format, "twice", List.of(EARLIER, LATER), null, PubStatus.USABLE, LATER));
      cells.add(
          cell(format, "twice, turned", List.of(LATER, EARLIER), null, PubStatus.USABLE, LATER));
      cells.add(
          cell(format, "one unreadable", List.of(LATER, "soon"), null, PubStatus.WITHHELD, LATER));
      cells.add(cell(format, "status embargoed", List.of(), "embargoed", PubStatus.WITHHELD, null));
      cells.add(cell(format, "status unknown", List.of(), "frobnicated", PubStatus.WITHHELD, null));
      cells.add(cell(format, "nothing", List.of(), null, PubStatus.USABLE, null));
      cells.add(cell(format, "usable", List.of(), "usable", PubStatus.USABLE, null));
      cells.add(cell(format, "readable", List.of(LATER), null, PubStatus.USABLE, LATER));
    }
    return cells.stream();
  }

  private static Arguments cell(
      String format,
      String fault,
      List<String> embargoes,
      @Nullable String status,
      PubStatus right,
      @Nullable String until) {
    return Arguments.of(format, fault, embargoes, status, right, until);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void whatIsNotUnderstoodStaysBack(
      String format,
      String fault,
      List<String> embargoes,
      @Nullable String status,
      PubStatus right,
      @Nullable String until) {
    NewsItem item = read(FORMATS.get(format).of(embargoes, status));
    assertThat(item.getSource().getFormat()).isEqualTo(format);
    assertThat(item.getPubStatus()).as(fault).isEqualTo(right);
    assertThat(item.getEmbargoedUntil()).isEqualTo(until == null ? null : Instant.parse(until));
    if (right == PubStatus.WITHHELD) {
      assertThat(item.getSource().getRepairs()).anyMatch(repair -> repair.startsWith("Withheld: "));
    }
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aReasonForAnEmbargoWithoutItsEndIsAnEmbargo(String fields, PubStatus right) {
    String wire =
        "{\"uri\": \"urn:x:1\", \"versioncreated\": \"2026-03-10T08:00:00Z\", \"headline\": \"Quay\","
            + fields
            + "\"body_text\": \"The quay opens.\"}";
    assertThat(read(wire).getPubStatus()).isEqualTo(right);
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of("\"embargoedreason\": \"prize\",", PubStatus.WITHHELD),
        Arguments.of(
            "\"embargoedreason\": \"prize\", \"embargoed\": \"" + LATER + "\",", PubStatus.USABLE),
        Arguments.of("\"embargoed\": true,", PubStatus.WITHHELD),
        Arguments.of("\"embargoed\": false,", PubStatus.USABLE),
        Arguments.of("\"embargoed\": null,", PubStatus.USABLE));
  }

  /** JSON leaves open which of two fields of one name counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"embargoed\": \"2026-03-14T06:00:00Z\", \"embargoed\": \"2026-03-01T06:00:00Z\", ",
        "\"embargoed\": \"2026-03-14T06:00:00Z\", \"Embargoed\": null, ",
        "\"pubstatus\": \"withheld\", \"pubstatus\": \"usable\", "
      })
  void aFieldOfJsonThatStandsTwiceStaysBack(String twice) {
    for (Wire format : List.of(FORMATS.get("ninjs"), FORMATS.get("ap-media-json"))) {
      String wire = format.of(List.of(), null).replace("\"headline\"", twice + "\"headline\"");
      NewsItem item = read(wire);
      assertThat(item.getPubStatus()).as(wire).isEqualTo(PubStatus.WITHHELD);
      assertThat(item.getSource().getRepairs().toString()).contains("stands twice");
    }
  }

  private static NewsItem read(String wire) {
    WireReader.Result result =
        WireReader.ofAllFormats().read(wire.getBytes(StandardCharsets.UTF_8), RECEIVED);
    return ((WireReader.Result.Read) result).items().get(0);
  }

  private static String ninjs(List<String> embargoes, @Nullable String status) {
    return "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"versioncreated\": \"2026-03-10T08:00:00Z\","
        + " \"headline\": \"Quay opens\", "
        + json(embargoes, status)
        + "\"body_text\": \"The quay opens.\"}";
  }

  private static String ap(List<String> embargoes, @Nullable String status) {
    return "{\"data\": {\"item\": {\"altids\": {\"itemid\": \"a1\", \"etag\": \"a1_0\"}, \"type\":"
        + " \"text\", \"versioncreated\": \"2026-03-10T08:00:00Z\", "
        + json(embargoes, status)
        + "\"headline\": \"Quay opens\", \"firstcreated\": \"2026-03-10T08:00:00Z\"}}}";
  }

  private static String json(List<String> embargoes, @Nullable String status) {
    StringBuilder fields = new StringBuilder();
    String[] names = {"embargoed", "embargoeduntil"};
    for (int i = 0; i < embargoes.size(); i++) {
      fields.append("\"%s\": \"%s\", ".formatted(names[i], embargoes.get(i)));
    }
    return fields + (status == null ? "" : "\"pubstatus\": \"" + status + "\", ");
  }

  private static String g2(List<String> embargoes, @Nullable String status) {
    StringBuilder meta = new StringBuilder();
    embargoes.forEach(embargo -> meta.append("<embargoed>" + embargo + "</embargoed>"));
    meta.append(status == null ? "" : "<pubStatus qcode=\"stat:" + status + "\"/>");
    return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:g:1\" version=\"1\">"
        + "<itemMeta><itemClass qcode=\"ninat:text\"/><provider literal=\"f\"/>"
        + "<versionCreated>2026-03-10T08:00:00Z</versionCreated>"
        + meta
        + "</itemMeta><contentMeta><headline>Quay opens</headline></contentMeta><contentSet>"
        + "<inlineData contenttype=\"text/plain\">The quay opens.</inlineData></contentSet></newsItem>";
  }

  private static String nitf(List<String> embargoes, @Nullable String status) {
    StringBuilder releases = new StringBuilder();
    embargoes.forEach(
        embargo ->
            releases.append(
                "<date.release norm=\"" + embargo.replaceAll("(?<=\\d)[-:]", "") + "\"/>"));
    return "<nitf><head><docdata"
        + (status == null ? "" : " management-status=\"" + status + "\"")
        + "><doc-id id-string=\"n1\"/><date.issue norm=\"20260310T080000Z\"/>"
        + releases
        + "</docdata></head><body><body.head><hedline><hl1>Quay opens</hl1></hedline></body.head>"
        + "<body.content><p>The quay opens.</p></body.content></body></nitf>";
  }

  private static String newsml1(List<String> embargoes, @Nullable String status) {
    StringBuilder changes = new StringBuilder();
    embargoes.forEach(
        embargo ->
            changes.append(
                "<StatusWillChange><FutureStatus FormalName=\"Usable\"/><DateAndTime>"
                    + embargo.replaceAll("(?<=\\d)[-:]", "")
                    + "</DateAndTime></StatusWillChange>"));
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>f.example</ProviderId>"
        + "<DateId>20260310</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\""
        + " Update=\"N\">1</RevisionId><PublicIdentifier>urn:newsml:f.example:20260310:1:1"
        + "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType"
        + " FormalName=\"News\"/><FirstCreated>20260310T080000Z</FirstCreated>"
        + "<ThisRevisionCreated>20260310T080000Z</ThisRevisionCreated><Status FormalName=\""
        + (status == null ? "Usable" : status)
        + "\"/>"
        + changes
        + "</NewsManagement><NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines>"
        + "<ContentItem><DataContent><p>The quay opens.</p></DataContent></ContentItem>"
        + "</NewsComponent></NewsItem></NewsML>";
  }

  private static String vendor(List<String> embargoes, @Nullable String status) {
    StringBuilder fields = new StringBuilder();
    embargoes.forEach(embargo -> fields.append("<embargo>" + embargo + "</embargo>"));
    fields.append(status == null ? "" : "<pubStatus>" + status + "</pubStatus>");
    return "<articles><article><id>v1</id><headline>Quay opens</headline>"
        + fields
        + "<published>2026-03-10T08:00:00Z</published><body><p>The quay opens.</p></body>"
        + "</article></articles>";
  }
}
