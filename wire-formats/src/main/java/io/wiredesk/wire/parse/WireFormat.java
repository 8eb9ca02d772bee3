package io.wiredesk.wire.parse;

/**
 * The wire formats that Wiredesk understands; {@link #id()} is what records, metrics and the
 * command line show.
 */
public enum WireFormat {
  NITF("nitf"),
  NEWSML_G2("newsml-g2"),
  NEWSML_1("newsml-1.2"),
  NINJS("ninjs"),
  IPTC_7901("iptc7901"),
  ANPA_1312("anpa1312"),
  AP_MEDIA_JSON("ap-media-json"),
  DPA_DIGITALWIRES("dpa-digitalwires"),
  RSS("rss"),
  ATOM("atom"),
  JSON_FEED("json-feed"),
  EMAIL("email"),
  HTML("html"),
  TEXT("text"),
  XML("xml");

  private final String id;

  WireFormat(String id) {
    this.id = id;
  }

  /** Lower-case name, stable for ever. */
  public String id() {
    return id;
  }
}
