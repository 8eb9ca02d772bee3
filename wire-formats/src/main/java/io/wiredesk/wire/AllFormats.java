package io.wiredesk.wire;

import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.WireParsers;
import io.wiredesk.wire.parse.json.ApMediaParser;
import io.wiredesk.wire.parse.json.DpaParser;
import io.wiredesk.wire.parse.json.JsonFeedParser;
import io.wiredesk.wire.parse.json.NinjsParser;
import io.wiredesk.wire.parse.mail.MailParser;
import io.wiredesk.wire.parse.newsml.NewsMl1Parser;
import io.wiredesk.wire.parse.newsml.NewsMlG2Parser;
import io.wiredesk.wire.parse.nitf.NitfParser;
import io.wiredesk.wire.parse.text.AnpaParser;
import io.wiredesk.wire.parse.text.Iptc7901Parser;
import io.wiredesk.wire.parse.text.TextParser;
import io.wiredesk.wire.parse.vendor.VendorXmlParser;
import io.wiredesk.wire.parse.web.FeedParser;
import io.wiredesk.wire.parse.web.HtmlParser;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The one place where formats and parsers meet. Stateless. */
public final class AllFormats {

  private AllFormats() {}

  /** Every format that Wiredesk reads; mail carries any of the others. */
  public static WireParsers parsers() {
    return new WireParsers(byFormat());
  }

  /** The parser of one format, without detection. */
  public static WireParser parser(WireFormat format) {
    return Objects.requireNonNull(byFormat().get(format), format::id);
  }

  private static Map<WireFormat, WireParser> byFormat() {
    Map<WireFormat, WireParser> parsers = new EnumMap<>(WireFormat.class);
    parsers.put(WireFormat.NITF, new NitfParser());
    parsers.put(WireFormat.NEWSML_G2, new NewsMlG2Parser());
    parsers.put(WireFormat.NEWSML_1, new NewsMl1Parser());
    parsers.put(WireFormat.XML, new VendorXmlParser());
    parsers.put(WireFormat.NINJS, new NinjsParser());
    parsers.put(WireFormat.AP_MEDIA_JSON, new ApMediaParser());
    parsers.put(WireFormat.DPA_DIGITALWIRES, new DpaParser());
    parsers.put(WireFormat.IPTC_7901, new Iptc7901Parser());
    parsers.put(WireFormat.ANPA_1312, new AnpaParser());
    parsers.put(WireFormat.TEXT, new TextParser());
    parsers.put(WireFormat.HTML, new HtmlParser());
    parsers.put(WireFormat.RSS, new FeedParser());
    parsers.put(WireFormat.ATOM, new FeedParser());
    parsers.put(WireFormat.JSON_FEED, new JsonFeedParser());
    parsers.put(WireFormat.EMAIL, new MailParser(new WireParsers(parsers)));
    return parsers;
  }
}
