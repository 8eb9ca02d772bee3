package io.wiredesk.publish;

import io.wiredesk.runtime.ServiceProcess;
import io.wiredesk.schemas.TrustedClasses;
import java.time.Clock;

/** The publish service as a process of its own. */
public final class PublishMain {

  private PublishMain() {}

  /** Runs until told to stop; see {@link ServiceProcess} for arguments and exit codes. */
  public static void main(String[] args) {
    TrustedClasses.trust();
    ServiceProcess process =
        new ServiceProcess(PublishSettings.SERVICE, PublishSettings.definition());
    System.exit(
        process.run(
            args,
            System.getenv(),
            settings -> PublishService.start(settings, Clock.systemUTC(), System.getenv())));
  }
}
