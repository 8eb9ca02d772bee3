package io.wiredesk.e2e.containers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A compose stack, run by the same program as an operator's: {@code docker-compose}, or the plugin
 * of {@code docker}. Closing removes its containers and volumes. One thread.
 */
final class Compose implements AutoCloseable {

  private final List<String> prefix;
  private final Map<String, String> environment;
  private final String project;

  private Compose(List<String> prefix, String project, Map<String, String> environment) {
    this.prefix = prefix;
    this.project = project;
    this.environment = environment;
  }

  /** A stack of a file in the repository's root; nothing is started yet. */
  static Compose of(String file, String project, Map<String, String> environment) {
    boolean plugin =
        Command.run(Map.of(), List.of("docker", "compose", "version", "--short")).code() == 0;
    List<String> prefix =
        new ArrayList<>(plugin ? List.of("docker", "compose") : List.of("docker-compose"));
    prefix.addAll(List.of("-f", file, "-p", project));
    return new Compose(prefix, project, new HashMap<>(environment));
  }

  /** A compose command and what it printed. */
  String run(String... words) {
    return run(List.of(words));
  }

  /** Kills a service's container as a crash would. */
  void kill(String service) {
    Command.succeed(Map.of(), List.of("docker", "kill", container(service)));
  }

  /** Id of a service's container, running or not. */
  String container(String service) {
    return Command.succeed(
        Map.of(),
        List.of(
            "docker",
            "ps",
            "-aq",
            "--filter",
            "label=com.docker.compose.project=" + project,
            "--filter",
            "label=com.docker.compose.service=" + service));
  }

  /** {@code healthy}, {@code unhealthy} or {@code starting}; {@code exited} where it is down. */
  String health(String service) {
    return Command.run(
            Map.of(),
            List.of(
                "docker",
                "inspect",
                "--format",
                "{{if .State.Running}}{{.State.Health.Status}}{{else}}exited{{end}}",
                container(service)))
        .output();
  }

  /** True when all of these are healthy. */
  boolean healthy(Collection<String> services) {
    return services.stream().allMatch(service -> health(service).equals("healthy"));
  }

  /** Memory in use in MiB, by service. */
  Map<String, Double> memory(Collection<String> services) {
    Map<String, Double> used = new HashMap<>();
    for (String service : services) {
      String text =
          Command.succeed(
              Map.of(),
              List.of(
                  "docker",
                  "stats",
                  "--no-stream",
                  "--format",
                  "{{.MemUsage}}",
                  container(service)));
      used.put(service, mebibytes(text.substring(0, text.indexOf('/')).strip()));
    }
    return used;
  }

  @Override
  public void close() {
    Command.run(environment, words(List.of("down", "-v", "--timeout", "5")));
  }

  private String run(List<String> words) {
    return Command.succeed(environment, words(words));
  }

  private List<String> words(List<String> words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  private static double mebibytes(String text) {
    double number = Double.parseDouble(text.replaceAll("[A-Za-z]", ""));
    return text.endsWith("GiB") ? number * 1024 : text.endsWith("KiB") ? number / 1024 : number;
  }
}
