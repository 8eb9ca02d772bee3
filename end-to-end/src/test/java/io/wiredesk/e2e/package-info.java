/** Tests across the services: the rules of the structure, the promises on a real broker, faults. */
@NullMarked
package io.wiredesk.e2e;

import org.jspecify.annotations.NullMarked;
