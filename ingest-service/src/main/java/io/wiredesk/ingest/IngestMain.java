package io.wiredesk.ingest;

import io.wiredesk.runtime.ServiceProcess;
import java.time.Clock;

/** The ingest service as a process of its own. */
public final class IngestMain {

  private IngestMain() {}

  /** Runs until told to stop; see {@link ServiceProcess} for arguments and exit codes. */
  public static void main(String[] args) {
    ServiceProcess process =
        new ServiceProcess(IngestSettings.SERVICE, IngestSettings.definition());
    System.exit(
        process.run(
            args,
            System.getenv(),
            settings -> IngestService.start(settings, Clock.systemUTC(), System.getenv())));
  }
}
