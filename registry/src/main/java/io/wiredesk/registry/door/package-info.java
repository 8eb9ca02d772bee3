/**
 * Who may talk to an HTTP port, and how much of a sender's bytes are kept: rules without a server,
 * for the registry's and for those of programs above it. JDK only.
 */
@NullMarked
package io.wiredesk.registry.door;

import org.jspecify.annotations.NullMarked;
