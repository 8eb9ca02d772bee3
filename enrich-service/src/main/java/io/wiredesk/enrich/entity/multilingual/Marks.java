package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.rules.Span;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names found so far in a copy, never overlapping. Used by one thread. */
final class Marks {
  /** How much speaks for a name, the weakest first. */
  enum Evidence {
    /** Nothing but its capitals and its place. */
    GUESS,
    /** Its surroundings, or its form. */
    CONTEXT,
    /** Tables, first names, titles. */
    SURE
  }

  /** A name: tokens from, to (exclusive). */
  record Mark(int from, int to, EntityType type, Evidence evidence) {
    int length() {
      return to - from;
    }
  }

  private final Copy copy;
  private final @Nullable Mark[] at;

  Marks(Copy copy) {
    this.copy = copy;
    at = new Mark[copy.size()];
  }

  boolean isFree(int from, int to) {
    for (int i = Math.max(0, from); i < to && i < at.length; i++) if (at[i] != null) return false;
    return true;
  }

  @Nullable Mark get(int token) {
    return token < 0 || token >= at.length ? null : at[token];
  }

  /** Adds the name unless it overlaps one that is there; true where it was added. */
  boolean add(int from, int to, EntityType type, Evidence evidence) {
    if (from < 0 || to <= from || to > at.length || !isFree(from, to)) return false;
    put(new Mark(from, to, type, evidence));
    return true;
  }

  /** Adds the name in place of all that it overlaps. */
  void put(Mark mark) {
    for (int i = mark.from(); i < mark.to(); i++) remove(at[i]);
    for (int i = mark.from(); i < mark.to(); i++) at[i] = mark;
  }

  void remove(@Nullable Mark mark) {
    if (mark == null) return;
    for (int i = mark.from(); i < mark.to(); i++) at[i] = null;
  }

  /** All, in text order. */
  List<Mark> all() {
    List<Mark> all = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      Mark mark = at[i];
      if (mark != null && mark.from() == i) all.add(mark);
    }
    all.sort(Comparator.comparingInt(Mark::from));
    return all;
  }

  /** The name as it stands. */
  String name(Mark mark) {
    return copy.text.substring(copy.at(mark.from()).start(), copy.at(mark.to() - 1).end());
  }

  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Mark m : all())
      spans.add(new Span(copy.at(m.from()).start(), copy.at(m.to() - 1).end(), m.type()));
    return spans;
  }
}
