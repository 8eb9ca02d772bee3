/** YAML files that people write, read so that every complaint can name its line. */
@NullMarked
package io.wiredesk.runtime.yaml;

import org.jspecify.annotations.NullMarked;
