package io.wiredesk.enrich.entity.recogniser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedTableTest {
  @TempDir private Path folder;

  private Path write(int size) throws IOException {
    PackedTable.Builder table = new PackedTable.Builder(size);
    for (int i = 0; i < size; i++) table.add(TextHash.key(1, TextHash.of("word" + i)), i);
    ModelFile.Writer out = new ModelFile.Writer();
    out.add("t", table);
    out.add("lines", List.of("one", "two"));
    Path file = folder.resolve("deep/model.bin");
    out.writeTo(file);
    return file;
  }

  @Test
  void everyKeyIsFoundAgainAfterTheFileIsMapped() throws IOException {
    ModelFile file = ModelFile.open(write(5000));
    PackedTable mapped = file.table("t");
    HeapTable heap = file.heapTable("t");

    for (int i = 0; i < 5000; i++) {
      long key = TextHash.key(1, TextHash.of("word" + i));
      assertThat(mapped.get(key)).isEqualTo(i);
      assertThat(heap.get(key)).isEqualTo(i);
    }
    long other = TextHash.key(1, TextHash.of("words"));
    assertThat(mapped.get(other)).isEqualTo(PackedTable.ABSENT);
    assertThat(heap.get(other)).isEqualTo(PackedTable.ABSENT);
    assertThat(file.strings("lines")).containsExactly("one", "two");
  }

  @Test
  void cutOffOrDamagedFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(write(100));
    Path file = folder.resolve("bad.bin");
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 5000));
    assertThatThrownBy(() -> ModelFile.open(file)).isInstanceOf(IOException.class);
    whole[40] ^= 1;
    Files.write(file, whole);
    assertThatThrownBy(() -> ModelFile.open(file)).isInstanceOf(IOException.class);
    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> ModelFile.open(file)).isInstanceOf(IOException.class);
  }

  @Test
  void packingLeavesNoHalfWrittenFileBehind() throws IOException {
    Path file = write(10);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void twoKeysOfOneHashAreRefused() {
    PackedTable.Builder table = new PackedTable.Builder(2);
    table.add(7, 1);
    assertThatThrownBy(() -> table.add(7, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hashOfJoinedTextFollowsFromItsParts() {
    String right = "VBD".repeat(200);
    assertThat(
            TextHash.join(TextHash.of("said"), TextHash.of(right), TextHash.power(right.length())))
        .isEqualTo(TextHash.of("said_" + right));
  }
}
