package io.wiredesk.wire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDetectorTest {

  private final FormatDetector detector = new FormatDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "<nitf><head/></nitf> | NITF",
        "<?xml version='1.0'?><!-- a --><!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf> | NITF",
        "<NewsML Version='1.2'><NewsEnvelope/> | NEWSML_1",
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'> | NEWSML_G2",
        "<nar:newsItem xmlns:nar='http://iptc.org/std/nar/2006-10-01/'> | NEWSML_G2",
        "<packageItem guid='a'> | NEWSML_G2",
        "<rss version='2.0'><channel/></rss> | RSS",
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='a'> | RSS",
        "<feed xmlns='http://www.w3.org/2005/Atom'> | ATOM",
        "<!DOCTYPE html><html> | HTML",
        "<div><p>Text</p></div> | HTML",
        "<?xml version='1.0'?><article><title>T</title></article> | XML",
        "{\"uri\": \"urn:x\", \"type\": \"text\"} | NINJS",
        "{\"api_version\": \"1\", \"data\": {\"item\": {}}} | AP_MEDIA_JSON",
        "{\"entry_id\": \"1\", \"urn\": \"urn:x\"} | DPA_DIGITALWIRES",
        "[{\"a\": {\"EntryID\" : 1}}] | DPA_DIGITALWIRES",
        "{\"item\": {\"altids\": {}, \"etag\": \"x\"}} | AP_MEDIA_JSON",
        "{\"item\": {\"altids\": {}, \"a\": \"etag\"}} | NINJS",
        "{not json} | TEXT",
        "<p>One line</p><br/> | HTML",
        "<story><p>x</p><lead>a</lead><byline>b</byline><x/></story> | XML",
        "ZCZC XYZ001 | TEXT",
        "eca00075 3 i 510    dpa 1003 | IPTC_7901",
        "A plain line of copy | TEXT",
      })
  void decidesByContent(String text, WireFormat format) {
    assertThat(detect(text).format()).isEqualTo(format);
  }

  @Test
  void knowsWireHeadersByTheirControls() {
    assertThat(detect("\u0016\u0016\u0001w1234\u001fabcde\nr w\u0014\u0012 BC-Slug 01-02").format())
        .isEqualTo(WireFormat.ANPA_1312);
    assertThat(detect("\u0001abc123 4 pl 120 slug\r\n\u0002Text").format())
        .isEqualTo(WireFormat.IPTC_7901);
  }

  @Test
  void knowsMailByTwoHeaderLines() {
    assertThat(detect("From: a@example.org\nSubject: Copy\n\nText").format())
        .isEqualTo(WireFormat.EMAIL);
    assertThat(detect("LIST-Id: <x>\n more\nX-a1-b: c\n").format()).isEqualTo(WireFormat.EMAIL);
    assertThat(detect("From a@example.org Mon\nother").format()).isEqualTo(WireFormat.EMAIL);
    assertThat(detect("broken\nFrom: a\nTo: b\nDate: c\n").format()).isEqualTo(WireFormat.EMAIL);
    assertThat(detect("broken\nFrom: a\nTo: b\nthen text\n").format()).isEqualTo(WireFormat.TEXT);
    assertThat(detect("Subject: one line alone\nThen text").format()).isEqualTo(WireFormat.TEXT);
    assertThat(detect("list-1: x\nlist-2: y\n").format()).isEqualTo(WireFormat.TEXT);
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(detector.detect(new byte[0]).refusal()).isEqualTo(Parsed.Reason.EMPTY);
    assertThat(detect(" \r\n\t").refusal()).isEqualTo(Parsed.Reason.EMPTY);
    assertThat(detect("\u00ff\u00d8\u00ff\u00e0 JFIF").refusal()).isEqualTo(Parsed.Reason.NOT_TEXT);
    assertThat(detect("PK\u0003\u0004....").refusal()).isEqualTo(Parsed.Reason.NOT_TEXT);
    byte[] noise = new byte[1000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (1 + i % 8);
    }
    assertThat(detector.detect(noise).refusal()).isEqualTo(Parsed.Reason.UNKNOWN_FORMAT);
  }

  @Test
  void readsUtf16() {
    byte[] bytes = "\ufeff<nitf/>".getBytes(StandardCharsets.UTF_16LE);
    assertThat(detector.detect(bytes).format()).isEqualTo(WireFormat.NITF);
  }

  @Test
  void saysWhy() {
    assertThat(detect("<nitf/>").why()).contains("root element nitf");
  }

  private Detection detect(String text) {
    return detector.detect(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
