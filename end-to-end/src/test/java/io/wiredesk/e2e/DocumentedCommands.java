package io.wiredesk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands that the pages tell people to type: those of indented blocks, and the ones with
 * arguments within a sentence. Stateless.
 */
final class DocumentedCommands {

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:[A-Z_]+=\\S* )?(?:bin/wiredesk|wiredesk|curl|mkdir|cp|mvn|docker|openssl|source|kcat|"
              + "java|node|npm|apt|git|\\.ci/\\w+) .*|[TSN]=\\$\\(.*",
          Pattern.DOTALL);
  private static final Pattern WITHIN_A_SENTENCE =
      Pattern.compile("`((?:bin/wiredesk|java|kcat) [^`|]* [^`|]*)`");

  private DocumentedCommands() {}

  /**
   * One or several commands that belong together: those of one block.
   *
   * @param page file, from the root of the repository
   * @param commands each as written, comments and continued lines too
   */
  record Block(String page, List<String> commands) {}

  /** All blocks of all pages, README first. */
  static List<Block> of(Path root) throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String page :
        List.of("README.md", "CONTRIBUTING.md", "samples/README.md", "examples/README.md")) {
      pages.add(root.resolve(page));
    }
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<Block> blocks = new ArrayList<>();
    for (Path page : pages) {
      blocks.addAll(blocks(root.relativize(page).toString(), Files.readString(page)));
    }
    return blocks;
  }

  /** The blocks of one page. */
  static List<Block> blocks(String page, String text) {
    Map<Integer, Block> blocks = new TreeMap<>();
    List<String> open = new ArrayList<>();
    boolean fenced = false;
    int at = 0;
    for (String line : (text + "\n").split("\n", -1)) {
      at += line.length() + 1;
      fenced ^= line.startsWith("```");
      if (!fenced && line.startsWith("    ")) {
        add(open, line.substring(4));
      } else if (!open.isEmpty()) {
        put(blocks, at, new Block(page, open));
        open = new ArrayList<>();
      }
    }
    Matcher inline = WITHIN_A_SENTENCE.matcher(text);
    while (inline.find()) {
      put(blocks, inline.start(), new Block(page, List.of(inline.group(1))));
    }
    return List.copyOf(blocks.values());
  }

  private static void add(List<String> open, String line) {
    int last = open.size() - 1;
    if (last >= 0 && open.get(last).endsWith("\\")) {
      open.set(last, open.get(last) + "\n" + line);
    } else {
      open.add(line);
    }
  }

  private static void put(Map<Integer, Block> blocks, int at, Block block) {
    List<String> commands =
        block.commands().stream().filter(line -> PROGRAM.matcher(line).matches()).toList();
    if (!commands.isEmpty()) {
      blocks.put(at, new Block(block.page(), commands));
    }
  }
}
