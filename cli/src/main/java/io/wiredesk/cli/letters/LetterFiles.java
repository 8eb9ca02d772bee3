package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters as files in one directory. A name from the wire cannot lead out of it nor hide or
 * replace another file: the letter's id comes first, and what is no letter, digit, dot, hyphen or
 * underscore is replaced. One thread.
 */
final class LetterFiles {

  private static final String INDEX = "index.jsonl";
  private static final int LONGEST_NAME = 80;
  private static final OpenOption[] ANEW = {
    StandardOpenOption.CREATE,
    StandardOpenOption.WRITE,
    StandardOpenOption.TRUNCATE_EXISTING,
    LinkOption.NOFOLLOW_LINKS
  };

  private final Path directory;

  LetterFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes each letter's bytes and a line of {@code index.jsonl}; a second time gives the same.
   *
   * @param letters without bytes; those that are gone meanwhile are left out
   * @return how many were written
   * @throws CommandFailure when the directory cannot be written
   */
  int write(List<Letter> letters, RecordLog log) {
    int written = 0;
    try {
      Files.createDirectories(directory);
      try (BufferedWriter index =
          new BufferedWriter(
              new java.io.OutputStreamWriter(
                  Files.newOutputStream(directory.resolve(INDEX), ANEW), StandardCharsets.UTF_8))) {
        for (Letter light : letters) {
          if (log.fetch(light.position()).isPresent()) {
            Letter letter = LetterQuery.whole(log, light.id());
            String name = name(letter.id(), letter.content().getSourceName());
            Files.write(directory.resolve(name), letter.payload(), ANEW);
            index.write(LetterFields.json(letter, name));
            index.newLine();
            written++;
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure("Cannot write to " + directory + ": " + e);
    }
    return written;
  }

  /** Id and the last part of the source's name, safe on any file system. */
  static String name(String id, @Nullable String sourceName) {
    String last = sourceName == null ? "" : sourceName.replaceAll("[?#].*", "");
    last = last.replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
    last = last.substring(Math.max(0, last.length() - LONGEST_NAME));
    return last.isEmpty() ? id + ".bin" : id + "_" + last;
  }
}
