package io.wiredesk.publish.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was understood: a tree. {@link #toString} says it as a query that reads the same.
 */
sealed interface Part {

  /** All of them are wanted. */
  record All(List<Part> parts) implements Part {
    @Override
    public String toString() {
      return joined(parts, " AND ");
    }
  }

  /** One of them is enough. */
  record Any(List<Part> parts) implements Part {
    @Override
    public String toString() {
      return joined(parts, " OR ");
    }
  }

  /** Everything but that. */
  record Not(Part part) implements Part {
    @Override
    public String toString() {
      return "NOT " + part;
    }
  }

  /** Counts more where results are ordered by relevance. */
  record Weighted(Part part, float weight) implements Part {
    @Override
    public String toString() {
      return part + "^" + weight;
    }
  }

  /** Every item. */
  record Everything() implements Part {
    @Override
    public String toString() {
      return "*:*";
    }
  }

  /** Items public at or after a time, or before it. */
  record Time(Bound bound, @Nullable Instant instant, @Nullable Duration ago, String shown)
      implements Part {
    enum Bound {
      AFTER,
      BEFORE
    }

    Instant at(Instant now) {
      return instant == null ? now.minus(java.util.Objects.requireNonNull(ago)) : instant;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /**
   * Something that is looked for in a field.
   *
   * @param field null: in headline, slugline and text
   * @param at first character of the query that says it, from 1
   */
  record Asked(@Nullable QueryField field, Want want, int at) implements Part {
    @Override
    public String toString() {
      return (field == null ? "" : field.fieldName() + ":") + want;
    }
  }

  /** What is looked for. */
  sealed interface Want {}

  /** These words, one after the other, at most {@code slop} others between. */
  record Words(String text, boolean quoted, int slop) implements Want {
    @Override
    public String toString() {
      return quoted ? inQuotes(text) + (slop > 0 ? "~" + slop : "") : text;
    }
  }

  /** One whole value. */
  record Value(String value) implements Want {
    @Override
    public String toString() {
      return value.matches("[\\w.+-]+") ? value : inQuotes(value);
    }
  }

  /** A word or value with * and ?; a backslash takes their meaning away. */
  record Pattern(String pattern) implements Want {
    @Override
    public String toString() {
      return pattern;
    }
  }

  /** A word like this one. */
  record Similar(String word, int edits) implements Want {
    @Override
    public String toString() {
      return word + "~" + edits;
    }
  }

  /** Digits from one to another, both included. */
  record Digits(int low, int high) implements Want {
    @Override
    public String toString() {
      return low == high ? Integer.toString(low) : low + "-" + high;
    }
  }

  /** The field is there at all. */
  record Present() implements Want {
    @Override
    public String toString() {
      return "*";
    }
  }

  private static String joined(List<Part> parts, String operator) {
    return parts.stream().map(Part::toString).collect(Collectors.joining(operator, "(", ")"));
  }

  private static String inQuotes(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
