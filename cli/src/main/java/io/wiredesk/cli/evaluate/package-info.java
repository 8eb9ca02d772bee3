/**
 * How well enrichment does on copy that somebody has labelled: precision, recall, F1, the commonest
 * errors and what is taken for what.
 */
@NullMarked
package io.wiredesk.cli.evaluate;

import org.jspecify.annotations.NullMarked;
