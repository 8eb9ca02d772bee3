package io.wiredesk.registry.serde;

import io.wiredesk.registry.client.ClientConfig;
import io.wiredesk.registry.client.SchemaCache;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Decides into which schema and class a record is read: the writer's own, a generated class, or the
 * subject's latest. Safe for many threads.
 */
final class ReaderSchemas {
  /** How records of one writer's schema on one topic are read. */
  record Target(
      SchemaName name, String topic, Schema writer, DatumReader<Object> reader, long untilNanos) {}

  private record TargetKey(SchemaName name, String topic) {}

  private final SerdeConfig config;
  private final boolean isKey;
  private final SchemaCache registry;
  private final JavaTypes types;
  private final SubjectNameStrategy subjects;
  private final @Nullable Class<?> type;
  private final boolean latest;
  private final Map<TargetKey, Target> targets = new ConcurrentHashMap<>();
  private volatile @Nullable Target last;

  ReaderSchemas(SerdeConfig config, boolean isKey, SchemaCache registry) {
    this.config = config;
    this.isKey = isKey;
    this.registry = registry;
    this.types = new JavaTypes(config);
    this.subjects = config.subjects(isKey);
    this.type =
        config.getClass(isKey ? SerdeConfig.SPECIFIC_KEY_TYPE : SerdeConfig.SPECIFIC_VALUE_TYPE);
    this.latest = config.getBoolean(SerdeConfig.USE_LATEST);
  }

  /** As the caller wants it, whatever is configured. */
  Target target(String topic, SchemaName name, Schema wanted) {
    Schema writer = writer(name);
    return new Target(name, topic, writer, types.reader(writer, wanted), -1);
  }

  private Schema writer(SchemaName name) {
    return name.guid() == null ? registry.byId(name.id()) : registry.byGuid(name.guid());
  }

  Target target(String topic, SchemaName name) {
    Target target = last;
    if (target != null
        && target.name().equals(name)
        && target.topic().equals(topic)
        && !isOld(target)) {
      return target;
    }
    TargetKey key = new TargetKey(name, topic);
    target = targets.get(key);
    if (target == null || isOld(target)) {
      Schema writer = writer(name);
      target = new Target(name, topic, writer, reader(topic, writer), until());
      targets.put(key, target);
    }
    last = target;
    return target;
  }

  private DatumReader<Object> reader(String topic, Schema writer) {
    if (type != null) {
      return types.reader(writer, type);
    }
    if (config.getBoolean(SerdeConfig.SPECIFIC_READER) && writer.getType() == Schema.Type.RECORD) {
      return types.reader(writer, JavaTypes.generatedClass(writer));
    }
    if (latest) {
      String subject = subjects.subject(topic, isKey, writer);
      return types.reader(writer, registry.latest(subject).schema());
    }
    return types.reader(writer, writer);
  }

  private long until() {
    long seconds = config.getLong(ClientConfig.LATEST_CACHE_TTL);
    return latest && seconds >= 0 ? System.nanoTime() + Duration.ofSeconds(seconds).toNanos() : -1;
  }

  private static boolean isOld(Target target) {
    return target.untilNanos() != -1 && System.nanoTime() - target.untilNanos() >= 0;
  }
}
