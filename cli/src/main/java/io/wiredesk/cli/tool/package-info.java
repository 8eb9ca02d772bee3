/**
 * The commands around the topics: parse, enrich, send, tail. Each class reads its options and calls
 * the service's own code.
 */
@NullMarked
package io.wiredesk.cli.tool;

import org.jspecify.annotations.NullMarked;
