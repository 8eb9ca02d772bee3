/**
 * Queries in Lucene syntax over the fields of an item: the fields, how an item fills them, the
 * parser with its limits, and the matcher of many queries at once. Pure: no Kafka, no clock.
 */
@NullMarked
package io.wiredesk.publish.desk.query;

import org.jspecify.annotations.NullMarked;
