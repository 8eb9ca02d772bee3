/**
 * The images and the compose stacks, run on a real Docker engine: each service alone, the stack as
 * an operator starts it, the cluster while parts of it die.
 */
@NullMarked
package io.wiredesk.e2e.containers;

import org.jspecify.annotations.NullMarked;
