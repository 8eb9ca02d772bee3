/**
 * The vocabulary of a Confluent-compatible schema registry: what it stores, how it answers, how it
 * refuses. Everything else (client, store, server, serdes) speaks in these terms.
 */
@NullMarked
package io.wiredesk.registry;

import org.jspecify.annotations.NullMarked;
