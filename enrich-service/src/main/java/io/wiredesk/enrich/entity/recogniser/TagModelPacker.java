package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs one of nlp4j's taggers: templates, features, and the weights that are not zero. Stateless.
 */
final class TagModelPacker {
  private TagModelPacker() {}

  static void pack(String name, OnlineComponent<?, ?> model, ModelFile.Writer out)
      throws IOException {
    FeatureTemplate<?, ?> template = model.getFeatureTemplate();
    List<String> lines = new ArrayList<>();
    for (FeatureItem item : template.getSetFeatureList()) lines.add(item(item, true));
    for (FeatureItem[] items : template.getFeatureList()) lines.add(items(items));
    out.add(name + ".templates", lines);
    out.add(name + ".labels", model.getOptimizer().getLabelMap().getLabelList());
    MajorVector sparse = model.getOptimizer().getWeightVector().getSparseWeightVector();
    features(name, featureMap(template), sparse.getFeatureSize(), out);
    weights(name, sparse, out);
    dense(name, model, out);
  }

  private static String items(FeatureItem[] items) throws IOException {
    List<String> parts = new ArrayList<>();
    for (FeatureItem item : items) parts.add(item(item, false));
    return String.join(" ", parts);
  }

  private static String item(FeatureItem item, boolean set) throws IOException {
    return field(item, set).ordinal() + " " + item.window;
  }

  private static Field field(FeatureItem item, boolean set) throws IOException {
    return switch (item.field) {
      case word_form_simplified -> Field.FORM;
      case word_form_simplified_lowercase -> Field.LOWER;
      case word_shape -> Field.SHAPE;
      case part_of_speech_tag -> Field.PART_OF_SPEECH;
      case named_entity_tag -> Field.NAME_TAG;
      case ambiguity_classes -> set ? Field.AMBIGUITY_SET : Field.AMBIGUITY;
      case lemma -> Field.LEMMA;
      case prefix -> Field.valueOf("PREFIX_" + item.attribute);
      case suffix -> Field.valueOf("SUFFIX_" + item.attribute);
      case orthographic -> Field.ORTHOGRAPHIC;
      case positional -> Field.POSITION;
      case word_clusters -> Field.CLUSTERS;
      case named_entity_gazetteers -> Field.GAZETTEER;
      default -> throw new IOException("a feature that is not known here: " + item);
    };
  }

  private static void features(String name, FeatureMap map, int known, ModelFile.Writer out) {
    List<Object2IntMap<String>> types = map.getIndexMaps();
    PackedTable.Builder table =
        new PackedTable.Builder(types.stream().mapToInt(Object2IntMap::size).sum());
    for (int type = 0; type < types.size(); type++) {
      for (Object2IntMap.Entry<String> e : types.get(type).object2IntEntrySet()) {
        int index = e.getIntValue();
        if (index > 0 && index < known)
          table.add(TextHash.key(type, TextHash.of(e.getKey())), index);
      }
    }
    out.add(name + ".features", table);
  }

  private static void weights(String name, MajorVector weights, ModelFile.Writer out) {
    int labels = weights.getLabelSize();
    int features = weights.getFeatureSize();
    int filled = weights.countNonZeroWeights();
    ByteBuffer rows = ModelFile.allocate((features + 1) * 4L);
    ByteBuffer rowLabels = ModelFile.allocate(filled);
    ByteBuffer rowWeights = ModelFile.allocate(filled * 4L);
    for (int f = 0; f < features; f++) {
      rows.putInt(rowLabels.position());
      for (int l = 0; l < labels; l++) {
        float w = weights.get(f * labels + l);
        if (w != 0) {
          rowLabels.put((byte) l);
          rowWeights.putFloat(w);
        }
      }
    }
    rows.putInt(rowLabels.position());
    out.add(name + ".rows", rows);
    out.add(name + ".rowLabels", rowLabels);
    out.add(name + ".rowWeights", rowWeights);
  }

  private static void dense(String name, OnlineComponent<?, ?> model, ModelFile.Writer out) {
    MajorVector dense = model.getOptimizer().getWeightVector().getDenseWeightVector();
    ByteBuffer bytes = ModelFile.allocate(dense.size() * 4L);
    for (int i = 0; i < dense.size(); i++) bytes.putFloat(dense.get(i));
    out.add(name + ".dense", bytes);
  }

  /**
   * nlp4j shows a template's feature map to subclasses alone; this is the one field that is read by
   * reflection.
   */
  private static FeatureMap featureMap(FeatureTemplate<?, ?> template) throws IOException {
    try {
      java.lang.reflect.Field field = FeatureTemplate.class.getDeclaredField("feature_map");
      field.setAccessible(true);
      return (FeatureMap) field.get(template);
    } catch (ReflectiveOperationException e) {
      throw new IOException("nlp4j has no feature map where version 1.1.3 has it", e);
    }
  }
}
