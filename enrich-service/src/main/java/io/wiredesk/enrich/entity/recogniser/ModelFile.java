package io.wiredesk.enrich.entity.recogniser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Named blocks of flat memory in one file, mapped at start: nothing is decoded, pages come in as
 * they are used. Layout: magic, length of the directory, its checksum, the directory (name, offset,
 * length of each block; length of the file), then the blocks, each at a multiple of 4096.
 * Little-endian. Immutable once open; the mapping ends with the object.
 */
final class ModelFile {
  /**
   * Changes with every change to the layout or to the meaning of a block; part of the file's name.
   */
  static final int FORMAT = 4;

  private static final long MAGIC = 0x31304D4E45574457L;
  private static final int PAGE = 4096;
  private static final int HEAD = 24;

  private final MappedByteBuffer map;
  private final Map<String, long[]> directory;

  private ModelFile(MappedByteBuffer map, Map<String, long[]> directory) {
    this.map = map;
    this.directory = directory;
  }

  static ByteBuffer allocate(long size) {
    return ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Maps a file; a cut-off, foreign or damaged one is an IOException. */
  static ModelFile open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < HEAD) throw new IOException("no model file: " + file);
      MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      map.order(ByteOrder.LITTLE_ENDIAN);
      int size = map.getInt(8);
      if (map.getLong(0) != MAGIC || size <= 0 || size > map.capacity() - HEAD) {
        throw new IOException("no model file: " + file);
      }
      byte[] bytes = new byte[size];
      map.get(HEAD, bytes);
      if (checksum(bytes) != map.getLong(16)) throw new IOException("damaged model file: " + file);
      Map<String, long[]> directory = new HashMap<>();
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      long length = in.readLong();
      if (length != channel.size()) throw new IOException("cut-off model file: " + file);
      for (int n = in.readInt(); n > 0; n--) {
        directory.put(in.readUTF(), new long[] {in.readLong(), in.readLong()});
      }
      return new ModelFile(map, directory);
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  ByteBuffer block(String name) {
    long[] at = directory.get(name);
    if (at == null) throw new IllegalArgumentException("model file has no block " + name);
    return map.slice((int) at[0], (int) at[1]).order(ByteOrder.LITTLE_ENDIAN);
  }

  PackedTable table(String name) {
    return new PackedTable(
        block(name + ".keys").asLongBuffer(), block(name + ".values").asIntBuffer());
  }

  /** As {@link #table}, copied onto the heap: for tables that every word asks a hundred times. */
  HeapTable heapTable(String name) {
    long[] keys = new long[block(name + ".keys").remaining() / Long.BYTES];
    block(name + ".keys").asLongBuffer().get(keys);
    return new HeapTable(keys, ints(name + ".values"));
  }

  int[] ints(String name) {
    int[] ints = new int[block(name).remaining() / Integer.BYTES];
    block(name).asIntBuffer().get(ints);
    return ints;
  }

  float[] floats(String name) {
    float[] floats = new float[block(name).remaining() / Float.BYTES];
    block(name).asFloatBuffer().get(floats);
    return floats;
  }

  /** The block's lines as text. */
  String[] strings(String name) {
    return StandardCharsets.UTF_8.decode(block(name)).toString().split("\n", -1);
  }

  /** Writes a model file beside its final name, then moves it there in one step. One thread. */
  static final class Writer {
    private final Map<String, ByteBuffer> blocks = new LinkedHashMap<>();

    void add(String name, ByteBuffer bytes) {
      blocks.put(name, bytes.rewind());
    }

    void add(String name, PackedTable.Builder table) {
      add(name + ".keys", table.keyBytes());
      add(name + ".values", table.valueBytes());
    }

    void add(String name, Iterable<String> lines) {
      add(name, ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    void writeTo(Path file) throws IOException {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part =
          Files.createFile(
              file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part"));
      try {
        write(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }

    private void write(Path part) throws IOException {
      long offset = aligned(HEAD + directory(new long[blocks.size()], 0).length);
      long[] offsets = new long[blocks.size()];
      int i = 0;
      for (ByteBuffer block : blocks.values()) {
        offsets[i++] = offset;
        offset = aligned(offset + block.remaining());
      }
      byte[] directory = directory(offsets, offset);
      ByteBuffer head = allocate(HEAD + directory.length);
      head.putLong(MAGIC)
          .putInt(directory.length)
          .putInt(FORMAT)
          .putLong(checksum(directory))
          .put(directory)
          .flip();
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        writeAt(out, head, 0);
        i = 0;
        for (ByteBuffer block : blocks.values()) writeAt(out, block, offsets[i++]);
        writeAt(out, ByteBuffer.allocate(1), offset - 1);
        out.force(true);
      }
    }

    private static void writeAt(FileChannel out, ByteBuffer bytes, long at) throws IOException {
      for (long position = at; bytes.hasRemaining(); ) position += out.write(bytes, position);
    }

    private byte[] directory(long[] offsets, long length) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(length);
      out.writeInt(blocks.size());
      int i = 0;
      for (Map.Entry<String, ByteBuffer> block : blocks.entrySet()) {
        out.writeUTF(block.getKey());
        out.writeLong(offsets[i++]);
        out.writeLong(block.getValue().remaining());
      }
      return bytes.toByteArray();
    }

    private static long aligned(long offset) {
      return (offset + PAGE - 1) / PAGE * PAGE + (offset % PAGE == 0 ? PAGE : 0);
    }
  }
}
