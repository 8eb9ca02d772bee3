package io.wiredesk.ingest.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML document that knows its lines. Immutable. */
record YamlMap(int line, Map<String, Node> values) {

  /**
   * The mapping.
   *
   * @param what is in it, for the message
   * @throws WrongEntryException where the node is none, or says something twice
   */
  static YamlMap of(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw new WrongEntryException(line(node), what + " must be a mapping: name: value");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a name");
      if (values.put(key, tuple.getValueNode()) != null) {
        throw new WrongEntryException(line(tuple.getKeyNode()), key + " is said twice");
      }
    }
    return new YamlMap(line(node), values);
  }

  /** Line of a node, from 1. */
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** A single value as it is written. */
  static String text(Node node, String what) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw new WrongEntryException(line(node), what + " must be a single value");
  }

  /** The nodes of a list. */
  static List<Node> list(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new WrongEntryException(line(node), what + " must be a list: lines that begin with -");
  }

  /** A list of single values. */
  static List<String> texts(Node node, String what) {
    List<String> texts = new ArrayList<>();
    list(node, what).forEach(element -> texts.add(text(element, what)));
    return texts;
  }

  /** The value under that name as it is written; null where there is none. */
  @Nullable String text(String name) {
    Node node = values.get(name);
    return node == null ? null : text(node, name);
  }

  /** Line of the value under that name, or of the mapping. */
  int line(String name) {
    Node node = values.get(name);
    return node == null ? line : line(node);
  }

  /** True or false; {@code otherwise} where it is not said. */
  boolean flag(String name, boolean otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw new WrongEntryException(line(name), name + " must be true or false, not " + text);
    }
    return text.equals("true");
  }
}
