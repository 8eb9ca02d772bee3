package io.wiredesk.runtime.yaml;

import java.util.function.Supplier;

/**
 * An element of a list, whatever it is.
 *
 * @param line where it begins, from 1
 * @param asMap the element where it is a mapping; else it throws a {@link YamlProblem}
 */
public record YamlElement(int line, Supplier<YamlMap> asMap) {

  /**
   * The element.
   *
   * @throws YamlProblem where it is no mapping, or says something twice
   */
  public YamlMap map() {
    return asMap.get();
  }
}
