package io.wiredesk.wire.normalise.identity;

import io.wiredesk.schemas.AltId;
import java.util.List;

/**
 * Which item it is. Immutable.
 *
 * @param uri legal URI (RFC 3986), the same over all revisions
 * @param rule {@link Identities#WIRE} or the name of the rule that derived it
 * @param altIds further identifiers that follow from the decision: the wire's own spelling
 */
public record Identity(String uri, String rule, List<AltId> altIds) {
  public Identity {
    altIds = List.copyOf(altIds);
  }
}
