package io.wiredesk.registry.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.reflect.ReflectData;
import org.apache.avro.reflect.ReflectDatumReader;
import org.apache.avro.reflect.ReflectDatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Which Java types stand for which Avro types, as the configuration wants it. Safe for many
 * threads.
 */
final class JavaTypes {
  private static final Map<Class<?>, Schema> PRIMITIVES =
      Map.of(
          Boolean.class, Schema.create(Schema.Type.BOOLEAN),
          Integer.class, Schema.create(Schema.Type.INT),
          Long.class, Schema.create(Schema.Type.LONG),
          Float.class, Schema.create(Schema.Type.FLOAT),
          Double.class, Schema.create(Schema.Type.DOUBLE));
  private static final Schema STRING = Schema.create(Schema.Type.STRING);
  private static final Schema BYTES = Schema.create(Schema.Type.BYTES);

  private final GenericData generic = new GenericData();
  private final ReflectData reflect;
  private final boolean reflection;

  JavaTypes(SerdeConfig config) {
    this.reflection = config.getBoolean(SerdeConfig.REFLECTION);
    this.reflect =
        config.getBoolean(SerdeConfig.REFLECTION_ALLOW_NULL)
            ? new ReflectData.AllowNull()
            : new ReflectData();
    if (config.getBoolean(SerdeConfig.LOGICAL_TYPES)) {
      addConversions(generic);
      addConversions(reflect);
    }
  }

  private static void addConversions(GenericData data) {
    data.addLogicalTypeConversion(new Conversions.DecimalConversion());
    data.addLogicalTypeConversion(new Conversions.UUIDConversion());
    data.addLogicalTypeConversion(new TimeConversions.DateConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
    data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
    data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
  }

  /** The schema of a value; records and other containers bring their own. */
  Schema schemaOf(Object value) {
    if (value instanceof GenericContainer container) {
      return container.getSchema();
    }
    Schema primitive = PRIMITIVES.get(value.getClass());
    if (primitive != null) {
      return primitive;
    }
    if (value instanceof CharSequence) {
      return STRING;
    }
    if (value instanceof byte[] || value instanceof ByteBuffer) {
      return BYTES;
    }
    if (reflection) {
      return reflect.getSchema(value.getClass());
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return Schema.createMap(schemaOf(first(map.values())));
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return Schema.createArray(schemaOf(first(list)));
    }
    throw new SerializationException(
        value.getClass().getName()
            + " has no Avro type: null, Boolean, Integer, Long, Float, Double, CharSequence, byte[],"
            + " ByteBuffer, Avro records, and maps and lists of these that are not empty have one"
            + " (others with "
            + SerdeConfig.REFLECTION
            + ")");
  }

  private static Object first(Iterable<?> values) {
    Object first = values.iterator().next();
    if (first == null) {
      throw new SerializationException("The first element of a map or list is null");
    }
    return first;
  }

  /** A writer for values like this one. */
  DatumWriter<Object> writer(Schema schema, Object like) {
    if (like instanceof SpecificRecord) {
      return new SpecificDatumWriter<>(schema, SpecificData.getForClass(like.getClass()));
    }
    if (reflection && !(like instanceof GenericContainer)) {
      return new ReflectDatumWriter<>(schema, reflect);
    }
    return new GenericDatumWriter<>(schema, generic);
  }

  /** A reader into generic records (or, with reflection, plain objects). */
  DatumReader<Object> reader(Schema writer, Schema reader) {
    return reflection
        ? new ReflectDatumReader<>(writer, reader, reflect)
        : new GenericDatumReader<>(writer, reader, generic);
  }

  /** A reader into a generated class, or a plain one with reflection. */
  DatumReader<Object> reader(Schema writer, Class<?> type) {
    if (SpecificRecord.class.isAssignableFrom(type)) {
      GeneratedClasses data = GeneratedClasses.around(type);
      return fastReader(writer, data.getSchema(type), data);
    }
    return new ReflectDatumReader<>(writer, reflect.getSchema(type), reflect);
  }

  /** Avro's faster reader, which it picks by itself for its own data classes alone. */
  private static DatumReader<Object> fastReader(Schema writer, Schema reader, SpecificData data) {
    try {
      return new FastReaderBuilder(data).createDatumReader(writer, reader);
    } catch (IOException e) {
      throw new SerializationException(
          "Data of schema " + writer.getFullName() + " cannot be read", e);
    }
  }

  /** The class generated from a schema. */
  static Class<?> generatedClass(Schema schema) {
    Class<?> type = GeneratedClasses.ofContext().getClass(schema);
    if (type == null) {
      throw new SerializationException(
          "There is no generated class for the writer's schema " + schema.getFullName());
    }
    return type;
  }
}
