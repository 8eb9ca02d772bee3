package io.wiredesk.runtime;

import io.wiredesk.schemas.TrustedClasses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the serdes of record values by the class that the settings name, so that Confluent's own
 * drops in. Immutable; each serde it makes belongs to the caller, who closes it.
 */
public final class Serdes {

  private final String className;
  private final Map<String, Object> config;
  private final Patience patience;
  private final Subjects subjects;

  /**
   * Serdes as {@code settings} say; while the registry is away they wait and show it in {@code
   * health}.
   */
  public Serdes(Settings settings, Health health) {
    this(
        settings.string(CommonSettings.VALUE_SERDE),
        settings.clientConfig(),
        Patience.with("registry", health));
  }

  /** Serdes of a class with a configuration in Confluent's keys. */
  public Serdes(String className, Map<String, Object> config, Patience patience) {
    TrustedClasses.trust();
    this.className = className;
    this.config = new HashMap<>(config);
    this.config.putIfAbsent("specific.avro.reader", true);
    // Patience repeats, and shows at once that it has to: one short try at a time
    this.config.putIfAbsent("max.retries", 0);
    this.config.putIfAbsent("http.connect.timeout.ms", 5_000);
    this.config.putIfAbsent("http.read.timeout.ms", 10_000);
    // registered is what other languages read, and what is frozen under avro-released
    this.config.putIfAbsent("avro.remove.java.properties", true);
    this.patience = patience;
    this.subjects = new Subjects(this.config, patience.health());
  }

  /**
   * Ours, for a program that a person waits for: while the registry is away it fails at once.
   *
   * @param config in Confluent's keys
   */
  public static Serdes impatient(Map<String, Object> config) {
    return new Serdes(
        CommonSettings.AVRO_SERDE,
        config,
        new Patience("registry", new Health(), Duration.ZERO, Backoff.STANDARD));
  }

  /**
   * A value serde for one of the generated records; of a topic of the contract that which is
   * declared.
   *
   * @throws SettingsException if the class cannot be made
   */
  public <T extends SpecificRecord> Serde<T> value() {
    return make(null);
  }

  /**
   * A value serde for one of the generated records on whatever topic; any other record is poison.
   *
   * @throws SettingsException if the class cannot be made
   */
  public <T extends SpecificRecord> Serde<T> value(Class<T> type) {
    return make(type);
  }

  /** What the registry has to have before something is written. */
  public Subjects subjects() {
    return subjects;
  }

  private <T extends SpecificRecord> Serde<T> make(@Nullable Class<T> type) {
    try {
      @SuppressWarnings("unchecked")
      Serde<T> serde = Utils.newInstance(className, Serde.class);
      serde.configure(config, false);
      return new PatientSerde<>(serde, new PatientSerde.Around(patience, subjects, type));
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new SettingsException(
          CommonSettings.VALUE_SERDE
              + " (VALUE_SERDE): no Kafka serde of the name "
              + className
              + " on the class path.");
    }
  }
}
