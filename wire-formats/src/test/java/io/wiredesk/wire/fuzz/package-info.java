/** Damaged wires by the hundred thousand: what no parser may do with them. */
package io.wiredesk.wire.fuzz;
