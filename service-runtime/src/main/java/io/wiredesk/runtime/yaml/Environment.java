package io.wiredesk.runtime.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables that the file names as {@code ${NAME}}. Immutable. */
public record Environment(Map<String, String> variables) {

  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** The text with every {@code ${NAME}} replaced. */
  public String fill(String text, int line) {
    Matcher matcher = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(value(String.valueOf(matcher.group(1)), line)));
    }
    return matcher.appendTail(filled).toString();
  }

  /** A secret: nothing but {@code ${NAME}}. */
  public String secret(String option, String text, int line) {
    if (!NAME.matcher(text).matches()) {
      throw new YamlProblem(
          line,
          option
              + " must come from the environment, as ${NAME}: a secret does not stand in this file");
    }
    return fill(text, line);
  }

  private String value(String name, int line) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new YamlProblem(line, "the environment variable " + name + " is not set");
    }
    return value;
  }
}
