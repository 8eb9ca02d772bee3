package io.wiredesk.runtime.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file (1.2; JSON is YAML too). Keys are unique. Asking for a value in a shape
 * that it does not have is a {@link YamlProblem} with its line. Immutable.
 */
public final class YamlMap {

  /** Largest file, in characters. */
  private static final int LONGEST = 32 * 1024 * 1024;

  private final int line;
  private final Map<String, Node> values;

  private YamlMap(int line, Map<String, Node> values) {
    this.line = line;
    this.values = values;
  }

  /**
   * Reads a file whose top is a mapping; a file without any content is an empty mapping.
   *
   * @throws YamlProblem where it is not YAML, or its top is something else
   */
  public static YamlMap parse(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .map(YamlMap::of)
          .orElseGet(() -> new YamlMap(1, Map.of()));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new YamlProblem(line, "Not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      throw new YamlProblem(1, "Not YAML: " + e.getMessage());
    }
  }

  /** Where it begins, from 1. */
  public int line() {
    return line;
  }

  /** In the order of the file. */
  public Set<String> keys() {
    return values.keySet();
  }

  /** Line of the value of that key. */
  public int line(String key) {
    Node node = values.get(key);
    return node == null ? line : lineOf(node);
  }

  /** The scalar under that key; empty where there is none. */
  public Optional<YamlText> text(String key) {
    return Optional.ofNullable(values.get(key)).map(node -> text(node, key));
  }

  /** The scalars under that key, one or a list; empty where there is none. */
  public List<YamlText> texts(String key) {
    List<YamlText> texts = new ArrayList<>();
    for (Node node : list(key)) {
      texts.add(text(node, key));
    }
    return texts;
  }

  /** The mappings under that key, one or a list; empty where there is none. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Node node : list(key)) {
      maps.add(of(node));
    }
    return maps;
  }

  /** True where there is a list under that key. */
  public boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  private List<Node> list(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  private static YamlMap of(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new YamlProblem(lineOf(node), "Names with values are expected here (name: value).");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlText key = text(tuple.getKeyNode(), "a name");
      if (values.put(key.value(), tuple.getValueNode()) != null) {
        throw new YamlProblem(key.line(), key.value() + " stands here twice.");
      }
    }
    return new YamlMap(lineOf(node), values);
  }

  private static YamlText text(Node node, String what) {
    if (node instanceof ScalarNode scalar) {
      return new YamlText(scalar.getValue(), lineOf(node));
    }
    throw new YamlProblem(lineOf(node), what + " must be a text here.");
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
