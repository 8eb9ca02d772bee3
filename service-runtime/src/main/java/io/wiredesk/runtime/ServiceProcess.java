package io.wiredesk.runtime;

import io.wiredesk.schemas.TrustedClasses;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Runs one service as a process: reads settings (an optional properties file as the only argument,
 * then the environment), starts, waits for a signal or a fatal fault, closes. The exit code is 0
 * after a signal, 1 after a fault, 2 for wrong settings or a broker that stays away, which are said
 * in one line on standard error.
 */
public final class ServiceProcess {

  /**
   * What a container engine and an operator wait for, with a second to spare of ten: after it the
   * process ends as it is, which loses nothing, as a crash does not.
   */
  private static final int MOST_SECONDS = 9;

  private final String service;
  private final ConfigDef def;

  public ServiceProcess(String service, ConfigDef def) {
    this.service = service;
    this.def = def;
  }

  /** Runs until the process is told to stop; the value is the exit code. */
  public int run(
      String[] args, Map<String, String> environment, Function<Settings, Service> start) {
    if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
      System.out.println("usage: " + service + "-service [settings.properties]\n");
      System.out.println(SettingsDoc.markdown(service + "-service settings", def));
      return 0;
    }
    TrustedClasses.trust();
    try {
      return run(Settings.load(def, service, properties(args), environment), start);
    } catch (SettingsException e) {
      System.err.println(service + "-service: " + e.getMessage());
      return 2;
    } catch (RuntimeException bug) { // thread pools must not keep a dead process up
      System.err.println(service + "-service does not start:");
      bug.printStackTrace();
      return 1;
    }
  }

  private int run(Settings settings, Function<Settings, Service> start) {
    CountDownLatch closed = new CountDownLatch(1);
    try (Service running = start(settings, start)) {
      System.out.println(service + "-service " + Version.CURRENT + " at " + running.url());
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> awaitClose(stop, closed), service + "-stop"));
      while (!stop.await(500, TimeUnit.MILLISECONDS)) {
        if (!running.health().isAlive()) {
          System.err.println(service + "-service stops: " + running.health());
          return 1;
        }
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      closed.countDown();
    }
  }

  /** What the operator can mend is said in one line; a bug keeps its stack. */
  private static Service start(Settings settings, Function<Settings, Service> start) {
    try {
      return start.apply(settings);
    } catch (SettingsException e) {
      throw e;
    } catch (RuntimeException e) {
      String line = StartFailure.explain(e, settings).orElseThrow(() -> e);
      throw new SettingsException(line.lines().findFirst().orElse(line));
    }
  }

  private static void awaitClose(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (!closed.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "Stopped before all was closed; what was open is taken up at the next start.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> properties(String[] args) {
    Map<String, String> map = new HashMap<>();
    if (args.length > 1) {
      throw new SettingsException("usage: " + service + "-service [settings.properties]");
    }
    if (args.length == 1) {
      Properties properties = new Properties();
      try (Reader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new SettingsException(
            "Cannot read the settings file " + args[0] + ": " + e.getMessage());
      }
      properties
          .stringPropertyNames()
          .forEach(name -> map.put(name, properties.getProperty(name).strip()));
    }
    return map;
  }
}
