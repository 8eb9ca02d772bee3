/** {@code wiredesk desk}: the desks that run, and what a query would find. */
@NullMarked
package io.wiredesk.cli.desk;

import org.jspecify.annotations.NullMarked;
