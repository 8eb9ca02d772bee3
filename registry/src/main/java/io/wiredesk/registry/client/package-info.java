/**
 * Reaches a registry: over HTTP with fail-over, retries, authentication and TLS, or in this process
 * ({@code mock://scope}); and remembers what it learnt there. Configuration keys are Confluent's.
 */
@NullMarked
package io.wiredesk.registry.client;

import org.jspecify.annotations.NullMarked;
