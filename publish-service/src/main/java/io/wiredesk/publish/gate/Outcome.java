package io.wiredesk.publish.gate;

/** What became of an event at the gate; names are public (metrics, logs). */
public enum Outcome {
  /** A revision became public, at once or at the end of its embargo. */
  PUBLISHED,
  /** Waits for an instant. */
  HELD_UNTIL,
  /** Waits for a release. */
  HELD_WITHHELD,
  /** Was public, and is taken back until further notice. */
  RETRACTED,
  /** Was public, and is killed. */
  CANCELED,
  /** Killed while it was not public: nothing goes out, and nothing will. */
  KILLED_UNSEEN,
  /** Seen before; nothing changes. */
  DUPLICATE,
  /** Older than what was seen. */
  LATE,
  /**
   * A revision of a killed item: a kill by the wire stands until the provider issues the item anew,
   * one by hand until a hand releases it.
   */
  STAYS_KILLED,
  /** Advisory or test: not for the public topic. */
  NOT_FOR_PUBLIC,
  /** A notice that acts on other items, handed to their gates. */
  ORDERED,
  /** The provider's own expiry has passed. */
  EXPIRED,
  /** An order took note, without a change of what is public. */
  NOTED,
  /** Nobody may do that, or the event cannot be understood. */
  REFUSED,
  /** Nothing was due. */
  UNCHANGED
}
