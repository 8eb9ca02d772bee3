/**
 * {@code wiredesk dead-letters}: what could not go on, as a list to read, files to look into, and
 * bytes to send again. Reads the log alone; what is sent again goes in by the front door.
 */
@NullMarked
package io.wiredesk.cli.letters;

import org.jspecify.annotations.NullMarked;
