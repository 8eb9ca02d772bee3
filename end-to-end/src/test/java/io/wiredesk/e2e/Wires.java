package io.wiredesk.e2e;

import java.nio.charset.StandardCharsets;

/** Wire copy for the tests, written for them. */
final class Wires {

  private Wires() {}

  /** A NITF story with two crossheads. */
  static byte[] nitf(String id, int version, String headline) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf version="-//IPTC//DTD NITF 3.5//EN">
      <head><title>%2$s</title>
        <docdata><doc-id id-string="%1$s"/><urgency ed-urg="4"/><date.issue norm="20260301T1%3$d0000Z"/>
          <du-key key="port-strike" version="%3$d"/></docdata></head>
      <body>
        <body.head><hedline><hl1>%2$s</hl1></hedline><dateline><location><city>Lisbon</city></location></dateline></body.head>
        <body.content>
          <p>Dock workers in Lisbon stopped work on Monday, the Portuguese government said, and ships waited off the coast of Portugal.</p>
          <hl2>Talks go on in Brussels</hl2>
          <p>The European Commission said that it followed the dispute closely, and that Germany and Spain had offered help.</p>
          <hl2>Ships turn to Spain</hl2>
          <p>Operators sent vessels to Valencia and Barcelona instead, said Maria Almeida, who runs the port office.</p>
        </body.content>
      </body>
    </nitf>
    """
        .formatted(id, headline, version)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A ninjs 3.1 story with further properties, e.g. {@code "pubStatus": "canceled"}. */
  static byte[] ninjs(String uri, String version, String headline, String further) {
    return """
    {"standard": {"name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"},
     "uri": "%s", "version": "%s", "type": "text", "language": "en", "versionCreated": "2026-03-01T1%s:00:00Z",
     %s
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/html",
       "value": "<p>The central bank of Norway raised its key rate on Thursday in Oslo, the third step this year.</p><p>Economists had expected it.</p>"}]}
    """
        .formatted(uri, version, version, further, headline)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * An IPTC 7901 message of the service abc, sent on the day and at the time DDHHMM of March 2026.
   */
  static byte[] telex(String number, String headline, String time) {
    return ("\u0001abc"
            + number
            + " 4 pl 80\r\nferry/coast/\r\n\n\u0002"
            + headline
            + " =\r\n"
            + "   HORTA, March 12 - The coast guard of the Azores said so in Horta on Thursday.\r\n"
            + "\u0003"
            + time
            + " mar 26\r\n\u0004")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
