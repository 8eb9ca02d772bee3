package io.wiredesk.cli.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.Detection;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says for people why a format was chosen and where each value that {@code parse} prints came from:
 * the element, key or line of the wire, else the rule that made it. One thread.
 */
public final class Explanation {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 60;
  private static final int COLUMN = 34;

  private static final Pattern CODE = Pattern.compile("(?:https?://|\\w+:).*?([^/:]{2,})");
  private static final Set<String> CODE_NAMES =
      Set.of("qcode", "code", "literal", "formalname", "iso-cc", "tobject.subject.refnum");

  /** Made by counting or copying: a line for all of them is enough. */
  private static final Set<String> AS_ONE = Set.of("blocks", "standard");

  private final PrintWriter out;

  /** Prints there. */
  public Explanation(PrintWriter out) {
    this.out = out;
  }

  /** Explains one file. */
  public void print(Path file, byte[] bytes, Detection detection, WireReader.Result result) {
    out.println(file);
    WireFormat format = detection.format();
    out.println(
        "  format: " + (format == null ? "none" : format.id()) + ", because " + detection.why());
    if (result instanceof WireReader.Result.Refused refused) {
      out.println(
          "  refused: " + refused.rejection().reason() + ": " + refused.rejection().message());
    } else if (result instanceof WireReader.Result.Read read) {
      Places places = Places.of(bytes, read.format());
      for (int i = 0; i < read.items().size(); i++) {
        NewsItem item = read.items().get(i);
        out.println(
            "  item %d: %s version %s (revision %d), %s, %s"
                .formatted(
                    i,
                    Plain.line(item.getUri()),
                    Plain.line(item.getVersion()),
                    item.getRevision(),
                    item.getPubStatus(),
                    item.getSignal()));
        explain(item, places, read.origins().get(i));
      }
    }
  }

  private void explain(NewsItem item, Places places, Map<Field, String> origins) {
    Map<String, String> known = new HashMap<>();
    origins.forEach((field, origin) -> known.put(path(field), origin));
    leaves("", JSON.valueToTree(NinjsView.editorial(item)), item, places, known);
    leaves("", JSON.valueToTree(NinjsView.editorialExtras(item)), item, places, known);
  }

  private void leaves(
      String path, JsonNode value, NewsItem item, Places places, Map<String, String> known) {
    if (AS_ONE.contains(path)) {
      line(path, value.size() + " of them", Rules.of(path, item));
    } else if (value.isContainerNode()) {
      int index = 0;
      var names = value.fieldNames();
      for (JsonNode each : value) {
        String name = value.isObject() ? names.next() : Integer.toString(index++);
        leaves(path.isEmpty() ? name : path + "/" + name, each, item, places, known);
      }
    } else if (!value.isNull()) {
      line(path, value.asText(), origin(path, value.asText(), item, places, known));
    }
  }

  private static String origin(
      String path, String value, NewsItem item, Places places, Map<String, String> known) {
    String stated = known.get(path.startsWith("bodies/0/value") ? "bodies" : path);
    if (stated != null) {
      return stated;
    }
    if (path.startsWith("extra/")) {
      return Rules.of(path, item);
    }
    boolean made =
        path.startsWith("source/") || path.matches(".*/(?:rel|role|contentType|isPublic)");
    boolean derived = Set.of("text", "signal", "revision", "pubStatus", "type").contains(path);
    if (made && !path.equals("source/provider")) {
      return path.startsWith("source/")
          ? Rules.of(path, item)
          : "by where the value beside it stands";
    }
    return derived
        ? Rules.of(path, item)
        : places
            .of(value, Rules.names(path))
            .or(() -> code(value, places))
            .orElseGet(() -> Rules.of(path, item));
  }

  /** A code that the wire has without its scheme. */
  private static Optional<String> code(String value, Places places) {
    Matcher code = CODE.matcher(value);
    return code.matches()
        ? places.of(code.group(1), CODE_NAMES).map(place -> "the code " + place + ", by its scheme")
        : Optional.empty();
  }

  private void line(String path, String value, String origin) {
    String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    out.println(
        ("    %-" + COLUMN + "s %s   ← %s")
            .formatted(Plain.line(path), Plain.line(shown), Plain.line(origin)));
  }

  /** VERSION_CREATED stands at versionCreated. */
  private static String path(Field field) {
    if (field == Field.BODY) {
      return "bodies";
    }
    if (field == Field.PROVIDER) {
      return "source/provider";
    }
    String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder path = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      path.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return path.toString();
  }
}
