package io.wiredesk.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Writes {@code docs/topics.md} from {@link Topic} and the schemas. */
final class TopicsDocument {
  private static final String INTRODUCTION =
      """
      # Topics

      This page is generated from `io.wiredesk.schemas.Topic` and the schemas; a test compares it with them. Write it anew with

          mvn -pl schemas test -Dtest=TopicsDocumentTest -Dupdate

      Keys are UTF-8 strings. Values are Avro in Confluent's wire format, under the subject `<topic>-value` (`docs/registry.md`). Read with `isolation.level=read_committed`. No record is larger than %d MiB.

      """;

  private static final String HEADERS =
      """
      ## Headers and timestamps

      Every record that a service writes is a CloudEvent 1.0 in Kafka's binary mode, and of a W3C trace. Header values are UTF-8. Records that a program writes straight onto `news.raw` need none of them.

      | header | value |
      |---|---|
      | `content-type` | `application/avro`; in front of the Avro bytes is Confluent's prefix, a zero and the schema's id in four bytes |
      | `ce_specversion` | `1.0` |
      | `ce_type` | `io.wiredesk.` and the topic, e.g. `io.wiredesk.news.published`; of every desk's topic `io.wiredesk.news.desk` |
      | `ce_source` | `/wiredesk/feeds/<feed>`, percent-encoded; `/wiredesk/orders`, `/wiredesk/receipts`; `/wiredesk` where a dead letter is of no feed |
      | `ce_id` | with the source and the type, of this event alone: SHA-256 and instant of a raw record, uri and revision of an item (`uri#3`), uri and sequence of a public state, topic, partition and offset of what failed. A record that is written again has the same |
      | `ce_time` | when it happened: received, emitted by the stage, released, ordered, failed |
      | `ce_subject` | uri of the item, or name of the feed |
      | `traceparent` | W3C trace context, `00-<trace>-<parent>-01`, made at intake of feed, bytes and instant and kept through every hop, also by what is released from an embargo later; a `traceparent` that a raw record brings along is kept while copy flows. What a person orders is a trace of its own |

      A record's timestamp is the time at which intake wrote the raw record, on `news.raw` and on what is made of it (`news.items`, `news.enriched`, `news.duplicates`, letters of parsing); a story that was joined from takes has that of its last take. On `news.published` and the desks it is the moment of the gate's decision. On `news.orders` it is when the order was written, or, of one that the wire gave, when the item came that gave it. Letters of records that cannot be read, receipts and marks have the time of writing. None of them is the time of a story: that is `versionCreated`.

      """;

  private static final String CHANGES =
      """
      ## How to change the contract

      Subscribers have built programs on these records, and `news.items` keeps records for ever: a change must work in both directions with every release. `ReleasedSchemasTest` holds the schemas against every frozen copy under `schemas/src/main/avro-released/<version>/` (FULL_TRANSITIVE) and, when one does not fit, says which field and what to do.

      To add a field: write it into `schemas/src/main/avro/wiredesk.avdl` with a documentation comment and a default (`union { null, string } x = null`, `array<string> xs = []`, `string x = ""`), fill it where it comes from, and run `mvn -pl schemas test -Dupdate`. An enum may get further symbols: older readers see its default. Fields are not renamed and do not change their type: add another beside it, fill both, and mark the old one as deprecated in its documentation.

      At a release, once: `mvn -pl schemas test -Dtest=ReleasedSchemasTest -Dfreeze=<version>` writes the frozen copies of that version; commit them, and never edit them.
      """;

  private TopicsDocument() {}

  static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(INTRODUCTION.formatted(Topic.MAX_RECORD_BYTES / 1024 / 1024));
    page.append("| topic | key | value | partitions | kept |\n|---|---|---|---|---|\n");
    for (Topic topic : Topic.values()) {
      row(page, topic);
    }
    page.append(
        "| `%s<desk>` | item uri | %s | %d | %s |\n"
            .formatted(
                Topic.DESK_PREFIX,
                link(PublishedItem.getClassSchema()),
                Topic.DESK_PARTITIONS,
                kept(Topic.DESK_POLICY)));
    page.append(
        """

        Partitions are those of topics that the services create; an operator may have more. The `.urgent` topics hold copies of what overtakes ([operations](operations.md#the-urgent-lane)): each record comes on the topic without the suffix as well, equal but for its trail, so that one who reads that topic has everything.

        """);
    page.append(HEADERS);
    page.append(CHANGES);
    List<Schema> values = Arrays.stream(Topic.values()).map(Topic::valueSchema).toList();
    page.append("\n## Records\n");
    namedTypes(values).forEach(type -> describe(page, type));
    return page.toString();
  }

  private static void row(StringBuilder page, Topic topic) {
    page.append(
        "| `%s` | %s | %s | %d | %s |\n"
            .formatted(
                topic.topicName(),
                topic.key(),
                link(topic.valueSchema()),
                Topic.DEFAULT_PARTITIONS,
                kept(topic.policy())));
  }

  private static String kept(Topic.Policy policy) {
    if (policy.cleanup().equals("compact")) {
      return "newest record of each key (compact)";
    }
    Duration retention = policy.retention();
    if (retention.isNegative()) {
      return "for ever";
    }
    String days = retention.toDays() == 1 ? "1 day" : retention.toDays() + " days";
    return policy.cleanup().startsWith("compact") ? days + ", newest record of each key" : days;
  }

  private static void describe(StringBuilder page, Schema type) {
    page.append("\n### ").append(type.getName()).append("\n\n");
    page.append(text(type.getDoc())).append("\n\n");
    if (type.getType() == Schema.Type.ENUM) {
      page.append(
          type.getEnumSymbols().stream()
              .map(s -> s.equals(type.getEnumDefault()) ? "`" + s + "` (default)" : "`" + s + "`")
              .collect(Collectors.joining(", ", "One of ", ".\n")));
      return;
    }
    page.append("| field | type | default | |\n|---|---|---|---|\n");
    for (Schema.Field field : type.getFields()) {
      page.append("| `").append(field.name()).append("` | ").append(type(field.schema()));
      page.append(" | ").append(defaultOf(field)).append(" | ");
      page.append(text(field.doc())).append(" |\n");
    }
  }

  private static String text(String doc) {
    return doc == null ? "" : doc.replaceAll("\\s+", " ").replace("|", "\\|").trim();
  }

  private static String defaultOf(Schema.Field field) {
    if (!field.hasDefaultValue()) {
      return "";
    }
    Object value = field.defaultVal();
    if (value == JsonProperties.NULL_VALUE) {
      return "null";
    }
    return value instanceof String string ? "`\"" + string + "\"`" : "`" + value + "`";
  }

  private static String type(Schema schema) {
    String logical = schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
    return switch (schema.getType()) {
      case RECORD, ENUM, FIXED -> link(schema);
      case ARRAY -> "array of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case UNION ->
          schema.getTypes().stream().map(TopicsDocument::type).collect(Collectors.joining(" or "));
      default -> logical.isEmpty() ? schema.getType().getName() : logical;
    };
  }

  private static String link(Schema schema) {
    return "[%s](#%s)"
        .formatted(schema.getName(), schema.getName().toLowerCase(java.util.Locale.ROOT));
  }

  /** Records and enums in the order in which a reader meets them. */
  static Collection<Schema> namedTypes(List<Schema> roots) {
    Map<String, Schema> types = new LinkedHashMap<>();
    roots.forEach(root -> collect(root, types));
    return new ArrayList<>(types.values());
  }

  private static void collect(Schema schema, Map<String, Schema> types) {
    switch (schema.getType()) {
      case RECORD -> {
        if (types.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(f -> collect(f.schema(), types));
        }
      }
      case ENUM -> types.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), types);
      case MAP -> collect(schema.getValueType(), types);
      case UNION -> schema.getTypes().forEach(t -> collect(t, types));
      default -> {}
    }
  }
}
