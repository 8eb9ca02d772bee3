/**
 * The last stage: decides what is public and when, writes {@code news.published}, and serves it
 * over HTTP. This package wires; the decisions are in {@code gate}.
 */
@NullMarked
package io.wiredesk.publish;

import org.jspecify.annotations.NullMarked;
