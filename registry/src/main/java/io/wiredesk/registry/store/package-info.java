/**
 * The registry itself: rules of registration, lookup, compatibility and deletion over a log of
 * changes, from which its whole state is rebuilt. Knows no HTTP.
 */
@NullMarked
package io.wiredesk.registry.store;

import org.jspecify.annotations.NullMarked;
