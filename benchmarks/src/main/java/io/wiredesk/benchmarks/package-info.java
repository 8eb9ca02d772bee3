/** JMH benchmarks of the parts that every record passes through. Outside the default build. */
@NullMarked
package io.wiredesk.benchmarks;

import org.jspecify.annotations.NullMarked;
