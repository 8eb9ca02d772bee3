package io.wiredesk.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Prints a {@link ConfigDef} as a Markdown table: variable, key, default, range, meaning. */
public final class SettingsDoc {

  private SettingsDoc() {}

  /** One section of {@code docs/settings.md}, keys in alphabetical order. */
  public static String markdown(String title, ConfigDef def) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(title).append("\n\n");
    out.append(
        "| setting | environment variable | default | range | meaning |\n|---|---|---|---|---|\n");
    def.configKeys().values().stream()
        .sorted((a, b) -> a.name.compareTo(b.name))
        .forEach(key -> out.append(row(key)));
    return out.toString();
  }

  private static String row(ConfigKey key) {
    return "| `"
        + key.name
        + "` | `"
        + Settings.variableOf(key.name)
        + "` | "
        + defaultOf(key)
        + " | "
        + (key.validator == null ? "" : key.validator)
        + " | "
        + key.documentation
        + " |\n";
  }

  private static String defaultOf(ConfigKey key) {
    if (!key.hasDefault()) {
      return "(required)";
    }
    String value =
        key.defaultValue instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
            : String.valueOf(key.defaultValue);
    return value.isEmpty() || key.type == ConfigDef.Type.PASSWORD ? "(none)" : "`" + value + "`";
  }
}
