package io.wiredesk.registry.client;

import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaParser;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/**
 * What serdes ask of a registry, asked once: identifiers and their schemas never change, so they
 * are kept for ever; the latest version of a subject and the absence of something are kept as long
 * as the configuration says. Safe for many threads. Closes the registry.
 */
public final class SchemaCache implements AutoCloseable {
  /** A registered schema, parsed. */
  public record Latest(RegisteredSchema registered, Schema schema) {}

  private record Key(String subject, Schema schema, boolean normalize) {}

  private record Timed<T>(T value, long untilNanos) {}

  private static final long FOREVER = -1;

  private final SchemaRegistry registry;
  private final ClientConfig config;
  private final LongSupplier nanoTime;
  private final SchemaParser parser;
  private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
  private final Map<String, Schema> byGuid = new ConcurrentHashMap<>();
  private final Map<Key, Integer> ids = new ConcurrentHashMap<>();
  private final Map<String, Integer> schemasOfSubject = new ConcurrentHashMap<>();
  private final Map<String, Timed<Latest>> latest = new ConcurrentHashMap<>();
  private final Map<Object, Timed<RegistryException>> missing = new ConcurrentHashMap<>();

  public SchemaCache(SchemaRegistry registry, ClientConfig config) {
    this(registry, config, System::nanoTime);
  }

  SchemaCache(SchemaRegistry registry, ClientConfig config, LongSupplier nanoTime) {
    this.registry = registry;
    this.config = config;
    this.nanoTime = nanoTime;
    this.parser = new SchemaParser(r -> registry.version(r.subject(), r.version(), true).schema());
  }

  /** Registers a schema where it is not yet, and gives its identifier. */
  public int register(String subject, Schema schema, boolean normalize) {
    Key key = new Key(subject, schema, normalize);
    Integer known = ids.get(key);
    return known != null
        ? known
        : remember(key, registry.register(subject, SchemaText.of(schema.toString()), normalize));
  }

  /** The identifier of a schema that must be there; 40401 or 40403 where it is not. */
  public int idOf(String subject, Schema schema, boolean normalize) {
    Key key = new Key(subject, schema, normalize);
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    SchemaText text = SchemaText.of(schema.toString());
    return remember(
        key,
        unlessMissing(
            key,
            ClientConfig.MISSING_SCHEMA_TTL,
            () -> registry.lookup(subject, text, normalize, false).id()));
  }

  private int remember(Key key, int id) {
    int most = config.getInt(ClientConfig.MAX_SCHEMAS);
    if (ids.putIfAbsent(key, id) == null
        && schemasOfSubject.merge(key.subject(), 1, Integer::sum) > most) {
      throw new IllegalStateException(
          "More than %d schemas for subject %s (%s): is a schema made for each record?"
              .formatted(most, key.subject(), ClientConfig.MAX_SCHEMAS));
    }
    byId.putIfAbsent(id, key.schema());
    return id;
  }

  /** The schema with that identifier, references in place; 40403 where there is none. */
  public Schema byId(int id) {
    Schema known = byId.get(id);
    if (known != null) {
      return known;
    }
    SchemaText text = unlessMissing(id, ClientConfig.MISSING_ID_TTL, () -> registry.schema(id));
    byId.putIfAbsent(id, parser.parse(text, false));
    return byId.get(id);
  }

  /** The schema that goes by that name in every registry; 40403 where there is none. */
  public Schema byGuid(String guid) {
    Schema known = byGuid.get(guid);
    if (known != null) {
      return known;
    }
    SchemaText text = unlessMissing(guid, ClientConfig.MISSING_ID_TTL, () -> registry.schema(guid));
    byGuid.putIfAbsent(guid, parser.parse(text, false));
    return byGuid.get(guid);
  }

  /** The latest version of a subject, as old as the configuration allows. */
  public Latest latest(String subject) {
    Timed<Latest> known = latest.get(subject);
    if (known != null && isCurrent(known)) {
      return known.value();
    }
    RegisteredSchema registered = registry.version(subject, SchemaRegistry.LATEST, false);
    Latest found = new Latest(registered, parser.parse(registered.schema(), false));
    latest.put(subject, timed(found, config.getLong(ClientConfig.LATEST_CACHE_TTL)));
    return found;
  }

  private <T> T unlessMissing(Object key, String ttlKey, Supplier<T> question) {
    Timed<RegistryException> known = missing.get(key);
    if (known != null && isCurrent(known)) {
      throw known.value();
    }
    try {
      return question.get();
    } catch (RegistryException e) {
      long ttl = config.getLong(ttlKey);
      if (e.isNotFound() && ttl > 0) {
        rememberMissing(key, timed(e, ttl));
      }
      throw e;
    }
  }

  private void rememberMissing(Object key, Timed<RegistryException> absence) {
    int most = config.getInt(ClientConfig.MISSING_CACHE_SIZE);
    if (missing.size() >= most) {
      missing.values().removeIf(timed -> !isCurrent(timed));
    }
    if (missing.size() < most) {
      missing.put(key, absence);
    }
  }

  private <T> Timed<T> timed(T value, long seconds) {
    return new Timed<>(
        value,
        seconds == FOREVER
            ? FOREVER
            : nanoTime.getAsLong() + Duration.ofSeconds(seconds).toNanos());
  }

  private boolean isCurrent(Timed<?> timed) {
    return timed.untilNanos() == FOREVER || nanoTime.getAsLong() - timed.untilNanos() < 0;
  }

  @Override
  public void close() {
    registry.close();
  }
}
