package io.wiredesk.enrich.entity.recogniser;

/** A {@link PackedTable} in arrays. Safe to share between threads: the arrays are not changed. */
final class HeapTable {
  private final long[] keys;
  private final int[] values;
  private final int mask;

  HeapTable(long[] keys, int[] values) {
    if (Integer.bitCount(keys.length) != 1 || keys.length != values.length) {
      throw new IllegalArgumentException("not a packed table: " + keys.length + "/" + values.length);
    }
    this.keys = keys;
    this.values = values;
    this.mask = keys.length - 1;
  }

  /** The value of the key, or {@link PackedTable#ABSENT}. */
  int get(long key) {
    for (int slot = (int) (key >>> 20) & mask; ; slot = (slot + 1) & mask) {
      long k = keys[slot];
      if (k == key) return values[slot];
      if (k == 0) return PackedTable.ABSENT;
    }
  }
}
