package io.wiredesk.wire.parse;

import org.jspecify.annotations.Nullable;

/**
 * A body as the wire has it.
 *
 * @param html true: {@code content} is an HTML fragment (converted from NITF, XHTML, …, not yet
 *     sanitised); false: plain text whose blank lines separate paragraphs and whose line breaks
 *     within a TABLE are kept
 * @param content the body; nothing of the wire's copy is left out
 * @param role e.g. main, null where the wire gave none
 */
public record WireBody(boolean html, String content, @Nullable String role) {}
