package io.wiredesk.wire.time;

/** What a time is read for, which decides what becomes of doubt. */
public enum Purpose {
  /** The likeliest reading counts. */
  ORDINARY,
  /** The latest reading counts: a late story is a pity, a broken embargo a disaster. */
  EMBARGO
}
