package io.wiredesk.cli.tool;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.Detection;
import io.wiredesk.wire.parse.Field;
import java.nio.file.Path;
import java.util.Map;

/** Says for people why a format was chosen and where each value came from. */
final class Explanation {

  private Explanation() {}

  /** Prints it to standard output. */
  static void print(Path file, Detection detection, WireReader.Result result) {
    System.out.println(file);
    System.out.println(
        "  format: "
            + (detection.format() == null ? "none" : detection.format().id())
            + ", because "
            + detection.why());
    if (result instanceof WireReader.Result.Refused refused) {
      System.out.println(
          "  refused: " + refused.rejection().reason() + ": " + refused.rejection().message());
    } else if (result instanceof WireReader.Result.Read read) {
      for (int i = 0; i < read.items().size(); i++) {
        print(i, read.items().get(i), read.origins().get(i));
      }
    }
  }

  private static void print(int index, NewsItem item, Map<Field, String> origins) {
    System.out.println(
        "  item "
            + index
            + ": "
            + item.getUri()
            + " version "
            + item.getVersion()
            + " (revision "
            + item.getRevision()
            + "), "
            + item.getPubStatus()
            + ", "
            + item.getSignal());
    System.out.println("    identity by rule: " + item.getSource().getIdentityRule());
    origins.forEach((field, origin) -> System.out.println("    " + field + ": " + origin));
    item.getSource().getRepairs().forEach(repair -> System.out.println("    repaired: " + repair));
    item.getExtras()
        .forEach((name, value) -> System.out.println("    extra " + name + " = " + value));
  }
}
