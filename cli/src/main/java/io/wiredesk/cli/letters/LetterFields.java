package io.wiredesk.cli.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.UnresolvedKill;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a dead letter that concern it, but its bytes, in the order of the record.
 * Stateless.
 */
final class LetterFields {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LetterFields() {}

  /** A line a field, and an empty one at the end. */
  static String lines(Letter letter) {
    return of(letter).entrySet().stream()
            .map(e -> "%-16s %s%n".formatted(e.getKey(), value(e.getValue())))
            .collect(Collectors.joining())
        + toDo(letter);
  }

  /** How to resolve a kill, a line a candidate; nothing for all other letters. */
  private static String toDo(Letter letter) {
    UnresolvedKill kill = letter.content().getKill();
    if (kill == null) {
      return "";
    }
    List<String> candidates =
        kill.getCandidates().isEmpty() ? List.of("URI") : kill.getCandidates();
    return candidates.stream()
        .map(
            uri ->
                "%-16s wiredesk kill %s --resolves %s --reason TEXT%n"
                    .formatted("to resolve", Plain.line(uri), letter.id()))
        .collect(Collectors.joining());
  }

  /** One line of JSON with the name of the letter's file. */
  static String json(Letter letter, String file) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.putAll(of(letter));
    return json(fields);
  }

  /**
   * One line of JSON.
   *
   * @param sentAgain when it was sent again last; null where it was not
   */
  static String json(Letter letter, @Nullable Instant sentAgain) {
    Map<String, @Nullable Object> fields = of(letter);
    fields.put("sentAgain", sentAgain == null ? null : sentAgain.toString());
    return json(fields);
  }

  private static String json(Map<String, @Nullable Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers always print", e);
    }
  }

  private static Map<String, @Nullable Object> of(Letter letter) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", letter.id());
    for (Schema.Field field : DeadLetter.getClassSchema().getFields()) {
      Object value = letter.content().get(field.pos());
      boolean concerns = value != null || !field.name().equals("kill"); // of kills alone
      if (concerns && !field.name().equals("payload")) {
        boolean plain = value == null || value instanceof Number || value instanceof Boolean;
        fields.put(field.name(), plain ? value : value.toString());
      }
    }
    return fields;
  }

  private static String value(@Nullable Object value) {
    return value == null ? "-" : Plain.line(value.toString());
  }
}
