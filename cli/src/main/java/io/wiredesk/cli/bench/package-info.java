/**
 * {@code wiredesk bench}: a load of generated wires against a node that runs, what it took, and
 * beside it what the same broker takes for bare hops.
 */
@NullMarked
package io.wiredesk.cli.bench;

import org.jspecify.annotations.NullMarked;
