package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Packs one of nlp4j's taggers: templates, features, and the weights that count. One thread. */
final class TagModelPacker {
  private final MajorVector weights;
  private final int labels;
  private final IntArrayList rows = new IntArrayList();
  private final IntArrayList entries = new IntArrayList();

  private TagModelPacker(MajorVector weights) {
    this.weights = weights;
    this.labels = weights.getLabelSize();
  }

  static void pack(String name, OnlineComponent<?, ?> model, ModelFile.Writer out)
      throws IOException {
    FeatureTemplate<?, ?> template = model.getFeatureTemplate();
    List<String> lines = new ArrayList<>();
    for (FeatureItem item : template.getSetFeatureList()) lines.add(item(item, true));
    for (FeatureItem[] items : template.getFeatureList()) lines.add(items(items));
    out.add(name + ".templates", lines);
    out.add(name + ".labels", model.getOptimizer().getLabelMap().getLabelList());
    MajorVector sparse = model.getOptimizer().getWeightVector().getSparseWeightVector();
    Families families = Families.of(lines.toArray(String[]::new));
    new TagModelPacker(sparse).add(name, families, featureMap(template), out);
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

  /** Features of one text, per member of the family; 0 where a member has none. */
  private void add(String name, Families families, FeatureMap map, ModelFile.Writer out) {
    List<Object2IntMap<String>> types = map.getIndexMaps();
    List<Map<String, int[]>> byFamily = new ArrayList<>();
    families.all().forEach(f -> byFamily.add(new TreeMap<>()));
    for (int type = 0; type < types.size(); type++) {
      int family = families.familyOf(type);
      int members = families.all().get(family).members().length;
      for (Object2IntMap.Entry<String> e : types.get(type).object2IntEntrySet()) {
        if (decides(e.getIntValue())) {
          byFamily.get(family)
                  .computeIfAbsent(e.getKey(), text -> new int[members])[families.memberOf(type)] =
              e.getIntValue();
        }
      }
    }
    PackedTable.Builder words = table(families, byFamily, true);
    PackedTable.Builder contexts = table(families, byFamily, false);
    for (Families.Family family : families.all()) {
      PackedTable.Builder table = family.isOfWord() ? words : contexts;
      byFamily
          .get(family.number())
          .forEach(
              (text, features) -> {
                table.add(TextHash.key(family.number(), TextHash.of(text)), rows.size());
                for (int feature : features) addRow(feature);
              });
    }
    rows.add(entries.size());
    out.add(name + ".words", words);
    out.add(name + ".contexts", contexts);
    out.add(name + ".rows", bytes(rows));
    out.add(name + ".entries", bytes(entries));
  }

  private static PackedTable.Builder table(
      Families families, List<Map<String, int[]>> byFamily, boolean word) {
    return new PackedTable.Builder(
        families.all().stream()
            .filter(f -> f.isOfWord() == word)
            .mapToInt(f -> byFamily.get(f.number()).size())
            .sum());
  }

  /** False for what the model knows without a weight that counts: it never decides. */
  private boolean decides(int feature) {
    for (int l = 0; feature > 0 && feature < weights.getFeatureSize() && l < labels; l++) {
      if (FeatureWeights.entry(l, weights.get(feature * labels + l)) != 0) return true;
    }
    return false;
  }

  private void addRow(int feature) {
    rows.add(entries.size());
    for (int l = 0; feature > 0 && l < labels; l++) {
      int entry = FeatureWeights.entry(l, weights.get(feature * labels + l));
      if (entry != 0) entries.add(entry);
    }
  }

  private static ByteBuffer bytes(IntArrayList ints) {
    ByteBuffer bytes = ModelFile.allocate(ints.size() * 4L);
    for (int i : ints) bytes.putInt(i);
    return bytes;
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
