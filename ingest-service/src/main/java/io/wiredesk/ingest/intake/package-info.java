/**
 * Where bytes come from: the hot folder and HTTP push. Everything goes through {@link
 * io.wiredesk.ingest.intake.Intake}.
 */
@NullMarked
package io.wiredesk.ingest.intake;

import org.jspecify.annotations.NullMarked;
