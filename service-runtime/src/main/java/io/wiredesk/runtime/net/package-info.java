/**
 * What may be called: addresses of the public Internet, and all others only where somebody said so.
 */
@NullMarked
package io.wiredesk.runtime.net;

import org.jspecify.annotations.NullMarked;
