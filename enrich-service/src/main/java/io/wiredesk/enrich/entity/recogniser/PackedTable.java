package io.wiredesk.enrich.entity.recogniser;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * A read-only map from 64-bit keys to ints in flat (mapped) memory: open addressing, linear
 * probing, key 0 is an empty slot. Safe to share between threads.
 */
final class PackedTable {
  static final int ABSENT = -1;

  private final LongBuffer keys;
  private final IntBuffer values;
  private final int mask;

  PackedTable(LongBuffer keys, IntBuffer values) {
    if (Integer.bitCount(keys.capacity()) != 1 || keys.capacity() != values.capacity()) {
      throw new IllegalArgumentException(
          "not a packed table: " + keys.capacity() + "/" + values.capacity());
    }
    this.keys = keys;
    this.values = values;
    this.mask = keys.capacity() - 1;
  }

  /** The value of the key, or {@link #ABSENT}. */
  int get(long key) {
    for (int slot = (int) (key >>> 20) & mask; ; slot = (slot + 1) & mask) {
      long k = keys.get(slot);
      if (k == key) return values.get(slot);
      if (k == 0) return ABSENT;
    }
  }

  /** Collects what a table is to hold. Values are not negative. One thread. */
  static final class Builder {
    private final long[] keys;
    private final int[] values;

    Builder(int size) {
      int capacity = Integer.highestOneBit(Math.max(16, (int) (size / 0.7))) << 1;
      if (capacity / 2 * 0.75 >= size) capacity /= 2;
      keys = new long[capacity];
      values = new int[capacity];
    }

    /** Adds a new key; two texts that meet in one key are refused. */
    void add(long key, int value) {
      int slot = slot(key);
      if (keys[slot] == key) throw new IllegalStateException("two keys of the model have one hash");
      keys[slot] = key;
      values[slot] = value;
    }

    /** Adds the bits to what the key has, 0 where it is new. */
    void or(long key, int bits) {
      int slot = slot(key);
      keys[slot] = key;
      values[slot] |= bits;
    }

    private int slot(long key) {
      int slot = (int) (key >>> 20) & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (keys.length - 1);
      return slot;
    }

    ByteBuffer keyBytes() {
      ByteBuffer b = ModelFile.allocate(keys.length * 8L);
      b.asLongBuffer().put(keys);
      return b;
    }

    ByteBuffer valueBytes() {
      ByteBuffer b = ModelFile.allocate(values.length * 4L);
      b.asIntBuffer().put(values);
      return b;
    }
  }
}
