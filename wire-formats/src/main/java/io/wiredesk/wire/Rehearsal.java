package io.wiredesk.wire;

import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Reads wires of its own before the first that counts, so that an alert which comes right after a
 * start does not wait for classes to be loaded. What is read goes nowhere.
 */
public final class Rehearsal {

  private static final int TIMES = 10;
  private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

  private static final String NITF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <nitf version="-//IPTC//DTD NITF 3.5//EN">
        <head><title>Rehearsal</title>
          <docdata><doc-id id-string="rehearsal"/><urgency ed-urg="1"/>
            <date.issue norm="20260301T100000Z"/></docdata></head>
        <body>
          <body.head><hedline><hl1>Harbour opens</hl1></hedline>
            <dateline><location>HORTA</location></dateline></body.head>
          <body.content><p>The harbour opened on Monday, the port office said.</p></body.content>
        </body>
      </nitf>
      """;
  private static final String NINJS =
      """
      {"uri": "urn:rehearsal", "version": "1", "type": "text", "language": "en", "urgency": 1,
       "versioncreated": "2026-03-01T10:00:00Z", "headline": "Harbour opens",
       "body_html": "<p>The harbour opened on Monday, the port office said.</p>"}
      """;
  private static final String TEXT =
      """
      ZCZC
      URGENT
      Harbour opens
      HORTA, March 1 - The harbour opened on Monday, the port office said.
      NNNN
      """;

  private Rehearsal() {}

  /**
   * Reads each sample some times.
   *
   * @return the last outcome of each: XML, JSON, text
   */
  public static List<WireReader.Result> of(WireReader reader) {
    List<WireReader.Result> results = List.of();
    for (int i = 0; i < TIMES; i++) {
      results = List.of(NITF, NINJS, TEXT).stream().map(wire -> read(reader, wire)).toList();
    }
    return results;
  }

  private static WireReader.Result read(WireReader reader, String wire) {
    byte[] bytes = wire.getBytes(StandardCharsets.UTF_8);
    FeedProfile profile = FeedProfile.standard("rehearsal");
    return reader.read(
        new WireInput(bytes, null, null, THEN, profile), WireReader.RawCoordinates.none());
  }
}
