package io.wiredesk.enrich.entity.recogniser;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model's feature templates, those together that look at the same thing from different places:
 * "the word before" and "the word after" are one family of two members, and one look-up finds the
 * weights of both. Immutable; the order is part of the file format.
 */
final class Families {

  private final List<Family> all;

  /** Per template: its family. */
  private final int[] family;

  /** Per template: its place among the members. */
  private final int[] member;

  /**
   * One family. Its arrays are not to be changed.
   *
   * @param number from 0
   * @param fields what a feature joins, in order
   * @param windows where, relative to the first
   * @param members place of the first, relative to the word that is tagged
   */
  record Family(int number, Field[] fields, int[] windows, int[] members) {

    boolean isSet() {
      return fields[0].ordinal() >= Field.SINGLE;
    }

    /** True where its features follow from the spelling of one word alone and are no sets. */
    boolean isOfWord() {
      return !isSet()
          && IntStream.of(windows).allMatch(w -> w == 0)
          && Stream.of(fields).allMatch(Field::isOfWord);
    }

    boolean has(Field field) {
      return List.of(fields).contains(field);
    }

    Family with(int member) {
      int[] more = Arrays.copyOf(members, members.length + 1);
      more[members.length] = member;
      return new Family(number, fields, windows, more);
    }
  }

  private Families(List<Family> all, int[] family, int[] member) {
    this.all = List.copyOf(all);
    this.family = family;
    this.member = member;
  }

  /**
   * Of templates as written in a model file: field and window, alternating.
   *
   * @param templates one a line
   */
  static Families of(String[] templates) {
    Map<String, Family> byShape = new LinkedHashMap<>();
    int[] family = new int[templates.length];
    int[] member = new int[templates.length];
    for (int t = 0; t < templates.length; t++) {
      int[] items = Stream.of(templates[t].split(" ")).mapToInt(Integer::parseInt).toArray();
      int parts = items.length / 2;
      Field[] fields =
          IntStream.range(0, parts).mapToObj(k -> Field.of(items[2 * k])).toArray(Field[]::new);
      int[] windows = IntStream.range(0, parts).map(k -> items[2 * k + 1] - items[1]).toArray();
      String shape = Arrays.toString(fields) + Arrays.toString(windows);
      Family so = byShape.get(shape);
      if (so == null) {
        so = new Family(byShape.size(), fields, windows, new int[0]);
      }
      family[t] = so.number();
      member[t] = so.members().length;
      byShape.put(shape, so.with(items[1]));
    }
    return new Families(List.copyOf(byShape.values()), family, member);
  }

  List<Family> all() {
    return all;
  }

  int familyOf(int template) {
    return family[template];
  }

  int memberOf(int template) {
    return member[template];
  }
}
