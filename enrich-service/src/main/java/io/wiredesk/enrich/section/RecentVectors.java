package io.wiredesk.enrich.section;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of the texts that were read last, by their word pieces: a revision that begins like the
 * one before costs nothing. What is kept is what would be made again, so it changes no result. Safe
 * to share between threads; two that ask for the same at once both make it.
 */
final class RecentVectors {
  /** Four minutes of a busy line; 2 KB each. */
  static final int MOST = 1024;

  private final Map<Pieces, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);

  private record Pieces(long[] ids) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Pieces pieces && Arrays.equals(ids, pieces.ids);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ids);
    }
  }

  /** A copy of the vector of these word pieces, made where it is not kept. */
  float[] get(long[] ids, Supplier<float[]> make) {
    Pieces pieces = new Pieces(ids);
    float[] vector = find(pieces);
    if (vector == null) {
      vector = make.get();
      keep(pieces, vector);
    }
    return vector.clone();
  }

  private synchronized float @Nullable [] find(Pieces pieces) {
    return kept.get(pieces);
  }

  private synchronized void keep(Pieces pieces, float[] vector) {
    kept.put(pieces, vector);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
