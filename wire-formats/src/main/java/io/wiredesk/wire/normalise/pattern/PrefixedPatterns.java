package io.wiredesk.wire.normalise.pattern;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many patterns of which only those are tried that can match at all after the first characters: a
 * matcher that fails on these alone without having reached their end fails on every text that
 * begins so. Which these are is found out once for each beginning. The patterns match no empty text
 * and begin neither with a word boundary before a mark nor with a look-behind for something that
 * must be there. Safe to share between threads.
 */
public final class PrefixedPatterns {

  private static final int PREFIX = 3;

  /** Beginnings that are remembered; no language comes near, noise does. */
  private static final int MOST = 50_000;

  private final List<Pattern> all;
  private final BitSet every = new BitSet();
  private final Map<String, BitSet> byPrefix = new ConcurrentHashMap<>();

  public PrefixedPatterns(List<Pattern> all) {
    this.all = List.copyOf(all);
    every.set(0, all.size());
  }

  /** True where one of the patterns matches at the start of the text. */
  public boolean startOf(String text) {
    BitSet candidates = candidates(text, 0);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (all.get(i).matcher(text).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** Places in the list of all patterns that may match at the start of the text. */
  public BitSet thatMayStart(String text) {
    return (BitSet) candidates(text, 0).clone();
  }

  /** Places in the list of all patterns that may match somewhere in the text. */
  public BitSet thatMayOccurIn(String text) {
    BitSet found = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      found.or(candidates(text, i));
    }
    return found;
  }

  private BitSet candidates(String text, int from) {
    int end = Math.min(from + 1, text.length());
    while (end < text.length() && end < from + PREFIX && text.charAt(end) <= 'ÿ') {
      end++; // the rest of the world's characters would make too many beginnings
    }
    String prefix = text.substring(from, end);
    BitSet known = byPrefix.get(prefix);
    if (known != null) {
      return known;
    }
    if (byPrefix.size() >= MOST || (end > from && Character.isSurrogate(text.charAt(from)))) {
      return every;
    }
    return byPrefix.computeIfAbsent(prefix, this::thatMayMatch);
  }

  private BitSet thatMayMatch(String prefix) {
    BitSet may = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      Matcher matcher = all.get(i).matcher(prefix);
      may.set(i, matcher.lookingAt() || matcher.hitEnd());
    }
    return may;
  }
}
