package io.wiredesk.ingest.normalise.body;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many patterns that are looked for at the start of a text, of which only those are tried that can
 * match at all after its first characters: a matcher that fails on these alone without having
 * reached their end fails on every text that begins so. Which these are is found out once for each
 * beginning. Safe to share between threads.
 */
final class PrefixedPatterns {

  private static final int PREFIX = 3;

  private final List<Pattern> all;
  private final Map<String, List<Pattern>> byPrefix = new ConcurrentHashMap<>();

  PrefixedPatterns(List<Pattern> all) {
    this.all = List.copyOf(all);
  }

  /** True where one of the patterns matches at the start of the text. */
  boolean startOf(String text) {
    for (Pattern pattern : candidates(text)) {
      if (pattern.matcher(text).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private List<Pattern> candidates(String text) {
    if (text.length() < PREFIX) {
      return all;
    }
    for (int i = 0; i < PREFIX; i++) {
      if (text.charAt(i) > 'z' || text.charAt(i) < ' ') {
        return all; // every character of the world would make too many beginnings
      }
    }
    return byPrefix.computeIfAbsent(text.substring(0, PREFIX), this::thatMayMatch);
  }

  private List<Pattern> thatMayMatch(String prefix) {
    return all.stream()
        .filter(
            pattern -> {
              Matcher matcher = pattern.matcher(prefix);
              return matcher.lookingAt() || matcher.hitEnd();
            })
        .toList();
  }
}
