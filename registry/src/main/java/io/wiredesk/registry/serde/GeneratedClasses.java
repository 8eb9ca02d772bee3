package io.wiredesk.registry.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificFixed;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes generated from named types. A schema comes from outside and may name any class:
 * only classes that Avro generated are ever taken, and none is initialised before that is known.
 * (Avro's own lookup since 1.12.1 wants a list of trusted packages per JVM instead.) Safe for many
 * threads.
 */
final class GeneratedClasses extends SpecificData {
  private static final Class<?> NONE = void.class;

  private final Map<String, Class<?>> byName = new ConcurrentHashMap<>();

  private GeneratedClasses(ClassLoader loader) {
    super(loader);
  }

  /** Looks from the thread's context class loader. */
  static GeneratedClasses ofContext() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return new GeneratedClasses(
        context == null ? GeneratedClasses.class.getClassLoader() : context);
  }

  /** Looks from the loader of a generated class, with that class's own conversions. */
  static GeneratedClasses around(Class<?> type) {
    GeneratedClasses data = new GeneratedClasses(type.getClassLoader());
    for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
      data.addLogicalTypeConversion(conversion);
    }
    return data;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Avro declares it
  public @Nullable Class getClass(Schema schema) {
    return switch (schema.getType()) {
      case RECORD, ENUM, FIXED -> {
        // asked for every record, nested ones too: a full name has its hash ready
        Class<?> found = byName.get(schema.getFullName());
        if (found == null) {
          found = find(getClassName(schema));
          byName.put(schema.getFullName(), found);
        }
        yield found == NONE ? null : found;
      }
      default -> super.getClass(schema);
    };
  }

  private Class<?> find(String name) {
    try {
      Class<?> type = Class.forName(name, false, getClassLoader());
      boolean generated =
          SpecificRecord.class.isAssignableFrom(type)
              || SpecificFixed.class.isAssignableFrom(type)
              || (type.isEnum() && GenericEnumSymbol.class.isAssignableFrom(type));
      return generated ? type : NONE;
    } catch (ClassNotFoundException | LinkageError e) {
      return NONE;
    }
  }
}
