package io.wiredesk.ingest.line;

import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.ingest.intake.Marks;
import java.time.Clock;

/** What every running feed uses: the way onto the log, what was taken before, the time. */
public record LineParts(Intake intake, Marks marks, Clock clock) {}
