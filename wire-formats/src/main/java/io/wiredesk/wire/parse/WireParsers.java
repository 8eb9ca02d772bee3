package io.wiredesk.wire.parse;

import java.util.EnumMap;
import java.util.Map;

/**
 * All parsers behind one door: detects the format and hands the bytes to its parser. An unexpected
 * {@link RuntimeException} of a parser is a bug and is let through. Immutable, safe to share.
 */
public final class WireParsers implements WireParser {

  private final FormatDetector detector = new FormatDetector();
  private final Map<WireFormat, WireParser> parsers;

  /**
   * @param parsers one parser a format; a format without one is refused as unknown
   */
  public WireParsers(Map<WireFormat, WireParser> parsers) {
    this.parsers = new EnumMap<>(parsers);
  }

  @Override
  public Parsed parse(WireInput input) {
    Detection detection = detect(input.bytes());
    if (detection.refusal() != null) {
      return new Parsed.Rejected(null, detection.refusal(), detection.why());
    }
    WireParser parser = parsers.get(detection.format());
    return parser == null
        ? new Parsed.Rejected(
            detection.format(), Parsed.Reason.UNKNOWN_FORMAT, "no parser for this format")
        : parser.parse(input);
  }

  /** What {@link #parse} would read the bytes as, and why. */
  public Detection detect(byte[] bytes) {
    return detector.detect(bytes);
  }
}
