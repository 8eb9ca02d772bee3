package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import edu.emory.mathcs.nlp.common.util.IOUtils;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns nlp4j's serialised object graphs into one {@link ModelFile}: takes half a minute and about
 * 1.2 GB of heap, once. One thread.
 */
final class ModelPacker {
  private static final Logger LOG = LoggerFactory.getLogger(ModelPacker.class);
  private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/";
  private static final String MODELS = "edu/emory/mathcs/nlp/models/";

  private final ModelFile.Writer out = new ModelFile.Writer();

  private ModelPacker() {}

  /** Writes the file; either it is there whole afterwards, or nothing is. */
  static void pack(Path file) throws IOException {
    ModelPacker packer = new ModelPacker();
    packer.words();
    packer.gazetteer();
    packer.vectors();
    TagModelPacker.pack(
        "pos", packer.<OnlineComponent<?, ?>>read(MODELS + "en-pos.xz"), packer.out);
    TagModelPacker.pack(
        "ner", packer.<OnlineComponent<?, ?>>read(MODELS + "en-ner.xz"), packer.out);
    packer.out.writeTo(file);
    LOG.info("Packed the English name models into {}", file);
  }

  /** True where the models to pack are on the class path. */
  static boolean hasSource() {
    return ModelPacker.class.getClassLoader().getResource(MODELS + "en-ner.xz") != null;
  }

  @SuppressWarnings("unchecked")
  private <T> T read(String resource) throws IOException {
    LOG.info("Packing {}", resource);
    try (ObjectInputStream in = IOUtils.createArtifactObjectInputStream(resource)) {
      return (T) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("nlp4j does not fit its models: " + resource, e);
    }
  }

  private void words() throws IOException {
    Map<String, int[]> ids = new HashMap<>();
    Ids ambiguity = new Ids();
    this.<Map<String, List<String>>>read(LEXICA + "en-ambiguity-classes-simplified-lowercase.xz")
        .forEach((word, classes) -> entry(ids, word)[0] = ambiguity.of(String.join("_", classes)));
    Ids clusters = new Ids();
    this.<Map<String, Set<String>>>read(LEXICA + "en-brown-clusters-simplified-lowercase.xz")
        // the set's own order: sums of floats depend on it
        .forEach((word, set) -> entry(ids, word)[1] = clusters.of(String.join(" ", set)));
    PackedTable.Builder table = new PackedTable.Builder(ids.size());
    ids.forEach(
        (word, id) ->
            table.add(TextHash.key(0, TextHash.of(word)), Lexica.wordValue(id[0], id[1])));
    out.add("words", table);
    out.add("ambiguity", ambiguity.all);
    out.add("clusters", clusters.all);
  }

  private static int[] entry(Map<String, int[]> ids, String word) {
    return ids.computeIfAbsent(word, w -> new int[] {-1, -1});
  }

  private void gazetteer() throws IOException {
    PrefixTree<String, Set<String>> tree =
        read(LEXICA + "en-named-entity-gazetteers-simplified.xz");
    PackedTable.Builder table = new PackedTable.Builder(size(tree.getRoot()));
    walk(tree.getRoot(), 0, table);
    out.add("gazetteer", table);
  }

  private static int size(PrefixNode<String, Set<String>> node) {
    int n = node.size();
    for (PrefixNode<String, Set<String>> child : node.values()) n += size(child);
    return n;
  }

  private static void walk(
      PrefixNode<String, Set<String>> node, long path, PackedTable.Builder table) {
    node.forEach(
        (word, child) -> {
          long step = TextHash.step(path, TextHash.of(word));
          int value = child.hasValue() ? Lexica.LISTED : 0;
          if (child.hasValue())
            for (String tag : child.getValue()) value |= 1 << Integer.parseInt(tag);
          table.add(step, value);
          walk(child, step, table);
        });
  }

  private void vectors() throws IOException {
    Map<String, float[]> vectors = read(LEXICA + "en-word-embeddings-undigitalized.xz");
    PackedTable.Builder table = new PackedTable.Builder(vectors.size());
    ByteBuffer scaleBytes = ModelFile.allocate(vectors.size() * 4L);
    ByteBuffer rowBytes = ModelFile.allocate(vectors.size() * 2L * Lexica.DIMENSIONS);
    FloatBuffer scales = scaleBytes.asFloatBuffer();
    ShortBuffer rows = rowBytes.asShortBuffer();
    int row = 0;
    for (Map.Entry<String, float[]> e : vectors.entrySet()) {
      table.add(TextHash.key(1, TextHash.of(e.getKey())), row++);
      float max = 0;
      for (float v : e.getValue()) max = Math.max(max, Math.abs(v));
      float scale = max == 0 ? 1 : max / Short.MAX_VALUE;
      scales.put(scale);
      for (float v : e.getValue()) rows.put((short) Math.round(v / scale));
    }
    out.add("vectors", table);
    out.add("vectors.scales", scaleBytes);
    out.add("vectors.rows", rowBytes);
  }

  /** Numbers of distinct texts, in order of appearance. */
  private static final class Ids {
    private final Map<String, Integer> ids = new HashMap<>();
    final List<String> all = new ArrayList<>();

    int of(String text) {
      return ids.computeIfAbsent(
          text,
          t -> {
            all.add(t);
            return all.size() - 1;
          });
    }
  }
}
