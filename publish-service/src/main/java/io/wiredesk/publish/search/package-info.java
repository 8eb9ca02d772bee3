/**
 * The index of what is public: one document an item, in its current public state, on disk, kept
 * over restarts and built anew from {@code news.published} when it is lost. Pure: no Kafka.
 */
@NullMarked
package io.wiredesk.publish.search;

import org.jspecify.annotations.NullMarked;
