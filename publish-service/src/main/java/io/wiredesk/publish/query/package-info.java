/**
 * The one query language: the fields, how an item fills them, the reader of queries with its
 * limits, and the matcher of many queries at once. What others use is {@link
 * io.wiredesk.publish.query.NewsQuery#read} and {@link io.wiredesk.publish.query.Matcher}; a query
 * means the same to both. Pure: no Kafka, no clock.
 */
@NullMarked
package io.wiredesk.publish.query;

import org.jspecify.annotations.NullMarked;
