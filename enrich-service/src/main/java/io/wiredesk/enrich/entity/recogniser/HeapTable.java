package io.wiredesk.enrich.entity.recogniser;

/**
 * A {@link PackedTable} in arrays, behind a bit filter small enough for the processor's cache: most
 * features that a text suggests are in no model, and the filter says so without touching the table.
 * Safe to share between threads: the arrays are not changed.
 */
final class HeapTable {
  private static final int FILTER_BITS_A_SLOT = 8;

  private final long[] keys;
  private final int[] values;
  private final int mask;
  private final long[] filter;
  private final int filterMask;

  HeapTable(long[] keys, int[] values) {
    if (Integer.bitCount(keys.length) != 1 || keys.length != values.length) {
      throw new IllegalArgumentException(
          "not a packed table: " + keys.length + "/" + values.length);
    }
    this.keys = keys;
    this.values = values;
    mask = keys.length - 1;
    filter = new long[Math.max(1, keys.length * FILTER_BITS_A_SLOT / Long.SIZE)];
    filterMask = filter.length * Long.SIZE - 1;
    for (long key : keys) if (key != 0) filter[bit(key) >>> 6] |= 1L << bit(key);
  }

  /** Bits of the key that its slot is not made of. */
  private int bit(long key) {
    return (int) (key >>> 41 ^ key) & filterMask;
  }

  /** The value of the key, or {@link PackedTable#ABSENT}. */
  int get(long key) {
    int bit = bit(key);
    if ((filter[bit >>> 6] & 1L << bit) == 0) return PackedTable.ABSENT;
    for (int slot = (int) (key >>> 20) & mask; ; slot = (slot + 1) & mask) {
      long k = keys[slot];
      if (k == key) return values[slot];
      if (k == 0) return PackedTable.ABSENT;
    }
  }
}
