package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON as aggregators write it. Read strictly first; where that fails, once more with those repairs
 * that leave no doubt about what was meant: raw control characters in strings, escapes that JSON
 * does not know, trailing commas, comments, leading zeros, NaN. Nesting deeper than {@value #DEPTH}
 * is refused. Several documents behind each other (one a line) are all read. Immutable.
 *
 * @param roots the documents, empty where reading failed
 * @param repairs one sentence each
 * @param doubled a field about an embargo or a status that stands twice; null where none does
 * @param reason why reading failed, null where it did not
 * @param message where and what, for the operator
 */
record JsonText(
    List<JsonNode> roots,
    List<String> repairs,
    @Nullable String doubled,
    @Nullable Reason reason,
    String message) {

  static final int DEPTH = 200;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH)
          .maxStringLength(Integer.MAX_VALUE)
          .build();
  private static final ObjectReader STRICT =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .build()
          .readerFor(JsonNode.class);
  private static final ObjectReader LENIENT =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .build()
          .readerFor(JsonNode.class);

  static JsonText of(WireInput input) {
    return decoded(input.bytes(), WireText.label(input.contentType()));
  }

  static JsonText decoded(byte[] bytes, @Nullable String label) {
    WireText decoded = WireText.of(bytes, label);
    List<String> repairs = new ArrayList<>();
    if (decoded.repair() != null) {
      repairs.add(decoded.repair());
    }
    // a mark or zero bytes of a transport behind or before the text
    String text = WireText.withoutMarks(decoded.value().replace("\u0000", "").strip());
    try {
      return new JsonText(read(STRICT.readValues(text)), repairs, doubled(text), null, "");
    } catch (StreamConstraintsException tooDeep) {
      return failed(Reason.REFUSED, tooDeep);
    } catch (IOException broken) {
      return repaired(text, repairs, broken);
    }
  }

  /** Tells an item how its text was read: what is closed by one of two fields stays closed. */
  void tell(WireItem item) {
    item.repairs.addAll(repairs);
    if (doubled != null) {
      item.holds.add("the field " + doubled + " stands twice");
    }
  }

  private static @Nullable String doubled(String text) throws IOException {
    try (JsonParser parser = LENIENT.createParser(text)) {
      return DoubledFields.first(parser);
    }
  }

  private static JsonText repaired(String text, List<String> repairs, IOException broken) {
    try {
      List<JsonNode> roots = read(LENIENT.readValues(text));
      repairs.add("broken JSON repaired: " + message(broken));
      return new JsonText(roots, repairs, doubled(text), null, "");
    } catch (StreamConstraintsException tooDeep) {
      return failed(Reason.REFUSED, tooDeep);
    } catch (IOException beyondRepair) {
      return failed(Reason.MALFORMED, beyondRepair);
    }
  }

  private static List<JsonNode> read(MappingIterator<JsonNode> all) throws IOException {
    List<JsonNode> roots = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = all) {
      while (documents.hasNextValue()) {
        roots.add(documents.nextValue());
      }
    }
    return roots.size() == 1 && roots.get(0).isArray() ? List.of(roots.get(0)) : roots;
  }

  private static JsonText failed(Reason reason, IOException why) {
    return new JsonText(List.of(), List.of(), null, reason, message(why));
  }

  private static String message(IOException why) {
    if (why instanceof JsonProcessingException json && json.getLocation() != null) {
      JsonLocation at = json.getLocation();
      return "line %d, column %d: %s"
          .formatted(
              at.getLineNr(),
              at.getColumnNr(),
              json.getOriginalMessage().replaceAll(" \\(for [^\\n]*|\\[Source:[^\\]]*\\]", ""));
    }
    return String.valueOf(why.getMessage());
  }
}
