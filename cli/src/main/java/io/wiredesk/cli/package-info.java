/**
 * {@code bin/wiredesk}: the commands. Each command is one class; the work is done in the packages
 * below and in the services.
 */
@NullMarked
package io.wiredesk.cli;

import org.jspecify.annotations.NullMarked;
