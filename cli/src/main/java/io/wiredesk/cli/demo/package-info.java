/** The replay of the sample wires, the first and every further one. */
@NullMarked
package io.wiredesk.cli.demo;

import org.jspecify.annotations.NullMarked;
