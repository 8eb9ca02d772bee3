/**
 * Everything in one process: Kafka itself, the small registry and the three services, on one data
 * directory.
 */
@NullMarked
package io.wiredesk.cli.node;

import org.jspecify.annotations.NullMarked;
