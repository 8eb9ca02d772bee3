package io.wiredesk.wire.time;

/** Order of day and month in dates of numbers that end in the year: 05/06/2026. */
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST
}
