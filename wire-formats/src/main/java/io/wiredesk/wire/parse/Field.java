package io.wiredesk.wire.parse;

/** Single-valued fields of a {@link WireItem}, by their ninjs 3.1 names. */
public enum Field {
  /** Identifier over all revisions, as the wire has it; absent where the format has none. */
  URI,
  VERSION,
  /** What orders the revisions, where that is not the version as shown. */
  REVISION,
  /** ninjs type: text, picture, composite, … */
  TYPE,
  /** text, alert, advisory, test, … where the wire says so. */
  PROFILE,
  LANGUAGE,
  TITLE,
  SLUGLINE,
  BY,
  LOCATED,
  USAGE_TERMS,
  COPYRIGHT_HOLDER,
  COPYRIGHT_NOTICE,
  /** Provider (agency) as the wire names it. */
  PROVIDER,
  /**
   * Number that the line gave the transmission (IPTC 7901, ANPA 1312): a part of derived
   * identities.
   */
  SEQUENCE,
  /** Service or category designator that goes with the sequence number. */
  SERVICE,
  VERSION_CREATED,
  FIRST_CREATED,
  CONTENT_CREATED,
  EMBARGOED_UNTIL,
  EXPIRES,
  URGENCY,
  PUB_STATUS,
  SIGNAL,
  /** The body, for {@link WireItem#origins()} only. */
  BODY
}
