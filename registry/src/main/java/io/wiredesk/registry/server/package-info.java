/**
 * A small registry server: Confluent's REST interface on the JDK's HTTP server, over the registry
 * of {@code store}. For one machine and for tests.
 */
@NullMarked
package io.wiredesk.registry.server;

import org.jspecify.annotations.NullMarked;
