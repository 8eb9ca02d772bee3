package io.wiredesk.runtime.yaml;

/**
 * A scalar, whatever its type would be, as it is written.
 *
 * @param value without quotes
 * @param line where it begins, from 1
 */
public record YamlText(String value, int line) {}
