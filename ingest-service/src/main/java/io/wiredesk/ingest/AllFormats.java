package io.wiredesk.ingest;

import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireParser;
import io.wiredesk.ingest.parse.WireParsers;
import io.wiredesk.ingest.parse.json.NinjsParser;
import io.wiredesk.ingest.parse.text.Iptc7901Parser;
import io.wiredesk.ingest.parse.text.TextParser;
import io.wiredesk.ingest.parse.web.FeedParser;
import io.wiredesk.ingest.parse.web.HtmlParser;
import java.util.EnumMap;
import java.util.Map;

/** The one place where formats and parsers meet. */
public final class AllFormats {

  private AllFormats() {}

  /** Every format that Wiredesk reads. */
  public static WireParsers parsers() {
    Map<WireFormat, WireParser> parsers = new EnumMap<>(WireFormat.class);
    parsers.put(WireFormat.NINJS, new NinjsParser());
    parsers.put(WireFormat.IPTC_7901, new Iptc7901Parser());
    parsers.put(WireFormat.TEXT, new TextParser());
    parsers.put(WireFormat.HTML, new HtmlParser());
    parsers.put(WireFormat.RSS, new FeedParser());
    parsers.put(WireFormat.ATOM, new FeedParser());
    return new WireParsers(parsers);
  }
}
