package io.wiredesk.wire.parse;

import org.jspecify.annotations.Nullable;

/**
 * What the detector makes of some bytes. Exactly one of {@code format} and {@code refusal} is
 * there.
 *
 * @param format wire format, null where none was found
 * @param refusal why there is none
 * @param why one clause for people: the tell-tale that decided
 */
public record Detection(@Nullable WireFormat format, Parsed.@Nullable Reason refusal, String why) {

  static Detection of(WireFormat format, String why) {
    return new Detection(format, null, why);
  }

  static Detection refused(Parsed.Reason refusal, String why) {
    return new Detection(null, refusal, why);
  }
}
