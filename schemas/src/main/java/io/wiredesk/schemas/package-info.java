/**
 * The contract: generated Avro records (from {@code wiredesk.avdl}), the topics that carry them,
 * and the ninjs 3.1 view of an item. Imports nothing but Avro and the JDK.
 */
@NullMarked
package io.wiredesk.schemas;

import org.jspecify.annotations.NullMarked;
