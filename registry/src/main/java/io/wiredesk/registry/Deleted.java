package io.wiredesk.registry;

/** Which of the softly deleted versions a question means. */
public enum Deleted {
  /** Only what is not deleted: the usual question. */
  HIDDEN,
  /** Deleted ones as well. */
  INCLUDED,
  /** Deleted ones alone. */
  ONLY
}
