package io.wiredesk.enrich;

import io.wiredesk.runtime.ServiceProcess;
import java.time.Clock;

/** The enrich service as a process of its own. */
public final class EnrichMain {

  private EnrichMain() {}

  /** Runs until told to stop; see {@link ServiceProcess} for arguments and exit codes. */
  public static void main(String[] args) {
    ServiceProcess process =
        new ServiceProcess(EnrichSettings.SERVICE, EnrichSettings.definition());
    System.exit(
        process.run(
            args, System.getenv(), settings -> EnrichService.start(settings, Clock.systemUTC())));
  }
}
