/**
 * Options that several commands share, and what may stand in them: a wrong value ends in one line
 * before anything is done.
 */
@NullMarked
package io.wiredesk.cli.option;

import org.jspecify.annotations.NullMarked;
