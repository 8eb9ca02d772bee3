package io.wiredesk.enrich.entity.multilingual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the finder knows of one language: its words.txt, with the words of all languages. Lists are
 * compared in small letters. A list whose name ends in {@code -endings} holds ends of words.
 * Immutable.
 */
final class Language {
  private final String tag;
  private final Map<String, Set<String>> lists;
  private final Map<String, String> exonyms;

  private Language(String tag, Map<String, Set<String>> lists, Map<String, String> exonyms) {
    this.tag = tag;
    this.lists = Map.copyOf(lists);
    this.exonyms = Map.copyOf(exonyms);
  }

  static Language load(String tag) {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String file : List.of("all/words.txt", tag + "/words.txt")) {
      for (String line : Resources.lines(file)) {
        String[] parts = line.split(":\\s*", 2);
        Set<String> words = Set.copyOf(new HashSet<>(List.of(parts[1].trim().split("\\s+"))));
        lists.merge(parts[0], words, Language::union);
      }
    }
    Map<String, String> exonyms = new HashMap<>();
    for (String line : Resources.lines(tag + "/places.txt")) {
      String[] parts = line.split("\\s*=\\s*", 2);
      for (String name : parts[0].split("\\s*\\|\\s*"))
        exonyms.put(name, parts.length > 1 ? parts[1] : name);
    }
    return new Language(tag, lists, exonyms);
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return Set.copyOf(both);
  }

  String tag() {
    return tag;
  }

  /** The list has the word, which is in small letters; a list that the language lacks is empty. */
  boolean has(String list, String lower) {
    return lists.getOrDefault(list, Set.of()).contains(lower);
  }

  /** One of the list's ends ends the word, and is not all of it. */
  boolean endsAs(String list, String lower) {
    Set<String> ends = lists.getOrDefault(list, Set.of());
    for (int at = 2; at <= lower.length() - 2; at++)
      if (ends.contains(lower.substring(at))) return true;
    return false;
  }

  /** One of the list's beginnings begins the word, and is not all of it. */
  boolean beginsAs(String list, String lower) {
    Set<String> heads = lists.getOrDefault(list, Set.of());
    for (int to = 3; to < lower.length(); to++)
      if (heads.contains(lower.substring(0, to))) return true;
    return false;
  }

  /** The English or otherwise common name of a place that the language calls so, else null. */
  @Nullable String commonName(String name) {
    String common = exonyms.get(name);
    return common == null && !bare(name).equals(name) ? exonyms.get(bare(name)) : common;
  }

  /** Without the s of the genitive, where the language has one. */
  String bare(String name) {
    boolean inflected = hasGenitiveS() && name.length() > 4 && name.endsWith("s");
    return inflected ? name.substring(0, name.length() - 1) : name;
  }

  boolean is(String property) {
    return has("grammar", property);
  }

  /** Nouns have capitals: no capital is evidence by itself. */
  boolean capitalisesNouns() {
    return is("capital-nouns");
  }

  /** Articles lose their vowel before a name: l'Italie. */
  boolean elides() {
    return is("elision");
  }

  /** Names take an s: Obamas. */
  boolean hasGenitiveS() {
    return is("genitive-s");
  }

  /** Of a language that capitalises them: a noun by the list or by its ending. */
  boolean isNoun(String lower) {
    return has("nouns", lower) || endsAs("noun-endings", lower);
  }

  /** A title, an office or a calling that stands before a person's name. */
  boolean isTitle(String lower) {
    return has("titles", lower) || endsAs("title-endings", lower);
  }
}
