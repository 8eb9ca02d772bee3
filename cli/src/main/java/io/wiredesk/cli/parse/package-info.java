/** {@code wiredesk parse}: what wires say, and where each value came from. */
@NullMarked
package io.wiredesk.cli.parse;

import org.jspecify.annotations.NullMarked;
