package io.wiredesk.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiredesk completion bash|zsh}: the script that completes commands and options. */
@Command(
    name = "completion",
    description = {
      "Print the script that has a shell complete commands and options.",
      "bash: source <(bin/wiredesk completion bash). zsh: the same with zsh."
    },
    mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {

  /** Shells that there is a script for. */
  enum Shell {
    bash,
    zsh
  }

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  Shell shell = Shell.bash;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    String script = AutoComplete.bash("wiredesk", command.root().commandLine());
    // zsh reads bash's script once this is on; the script turns it on as well where it can
    String begin = shell == Shell.zsh ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
    command.commandLine().getOut().println(begin + script);
    return 0;
  }
}
