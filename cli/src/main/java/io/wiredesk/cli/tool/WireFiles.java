package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads wire files as the ingest service would, without Kafka; the time of receipt is the file's
 * own.
 */
public final class WireFiles {

  private final WireReader reader = new WireReader(AllFormats.parsers());

  /**
   * What the file says.
   *
   * @throws CommandFailure when it cannot be read at all
   */
  public WireReader.Result read(Path file) {
    return reader.read(input(file), WireReader.RawCoordinates.none());
  }

  /** The file as the parsers get it. */
  public WireInput input(Path file) {
    try {
      return new WireInput(
          Files.readAllBytes(Wanted.file(file)),
          null,
          String.valueOf(file.getFileName()),
          Files.getLastModifiedTime(file).toInstant(),
          FeedProfile.standard("cli"));
    } catch (IOException e) {
      throw new CommandFailure("Cannot read " + file + ": " + e.getMessage());
    }
  }
}
