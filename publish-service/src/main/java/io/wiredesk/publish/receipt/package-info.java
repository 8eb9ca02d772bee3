/**
 * Receipts: which consumers say that they have acted on a cancellation, and for how long others
 * have not.
 */
@NullMarked
package io.wiredesk.publish.receipt;

import org.jspecify.annotations.NullMarked;
