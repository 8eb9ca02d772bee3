package io.wiredesk.wire.normalise.embargo;

/** What a word or phrase is to an announcement; {@code announcements.txt} says which are which. */
enum Kind {
  /** The embargo itself: a word of trade and of press alike. */
  NOUN,
  /** Copy that is under one; says enough by itself. */
  SEALED,
  /** Keep back; counts with a limit and a time. */
  HOLD,
  /** Not to be used; counts with a limit. */
  BAN,
  /** Not before; counts with a time and nothing else in its part. */
  LATER,
  /** To be used; counts with a time and nothing else in its part. */
  DUE,
  /** Editions; with a day and {@link #FOR}, as {@link #DUE}. */
  PAPER,
  /** Until, before. */
  LIMIT,
  /** Leads to editions. */
  FOR,
  /** Takes its words back. */
  FREE,
  /** An embargo has ended, or ends at the time that is stated. */
  OVER,
  /** What trade embargoes are about. */
  TRADE,
  /** Leads from an embargo to what it is on. */
  ON,
  /** May stand beside all these without telling any news. */
  FILLER,
  /** A number, the name of a day, a month or a zone. */
  TIME,
  /** Any other word: it tells news. */
  OTHER
}
