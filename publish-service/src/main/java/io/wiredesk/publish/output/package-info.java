/**
 * Public items in the formats that others read: one class a format behind {@link
 * io.wiredesk.publish.output.OutputFormat}. All that a format is given comes from the gate, as
 * {@link io.wiredesk.publish.gate.PublicView}.
 */
@NullMarked
package io.wiredesk.publish.output;

import org.jspecify.annotations.NullMarked;
