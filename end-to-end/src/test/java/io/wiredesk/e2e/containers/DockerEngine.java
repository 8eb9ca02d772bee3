package io.wiredesk.e2e.containers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets container tests run where an engine answers, and builds the images before the first. */
final class DockerEngine implements ExecutionCondition, BeforeAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(DockerEngine.class);

  /** What was found once for all classes; empty where the tests may run. */
  private record Verdict(String obstacle) {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Verdict verdict =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("engine", key -> look(), Verdict.class);
    return verdict.obstacle().isEmpty()
        ? ConditionEvaluationResult.enabled("a Docker engine answers")
        : ConditionEvaluationResult.disabled(verdict.obstacle());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!"built".equals(System.getProperty("wiredesk.images"))) {
      context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("images", key -> build());
    }
  }

  private static Verdict look() {
    String wish = System.getProperty("wiredesk.containers", "auto");
    if (wish.equals("off")) {
      return skipped("switched off by -Dwiredesk.containers=off");
    }
    Command.Result version =
        Command.run(Map.of(), List.of("docker", "version", "--format", "{{.Server.Version}}"));
    if (version.code() == 0) {
      return new Verdict("");
    }
    if (wish.equals("required")) {
      throw new IllegalStateException("No Docker engine answers: " + version.output());
    }
    return skipped("no Docker engine answers");
  }

  private static Verdict skipped(String why) {
    System.out.println("Container tests are skipped: " + why + ".");
    return new Verdict(why);
  }

  private static String build() {
    try (Compose compose = Compose.of("docker-compose.yml", "wiredesk-build", Map.of())) {
      return compose.run("build");
    }
  }
}
