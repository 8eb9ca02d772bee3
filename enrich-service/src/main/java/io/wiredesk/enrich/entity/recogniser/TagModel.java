package io.wiredesk.enrich.entity.recogniser;

import io.wiredesk.enrich.entity.recogniser.Families.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model over feature templates, as nlp4j trains it, plus a dense part over the word's
 * embedding. What follows from a word alone is summed up once a word ({@link #ofWord}), what
 * follows from the words of a sentence is looked up once a sentence ({@link Reading}), and only
 * what depends on the labels before is looked up as it goes. Safe to share between threads.
 */
final class TagModel {
  private final Lexica lexica;
  private final Field own;
  private final String[] labels;
  private final long[] labelHashes;
  private final long[] labelPowers;
  private final FeatureWeights weights;
  private final SetWeights sets;

  /** Families of words alone; of words in context; of tags that this model gives. */
  private final List<Family> ofWord = new ArrayList<>();

  private final List<Family> ofSentence = new ArrayList<>();
  private final List<Family> running = new ArrayList<>();

  /** Families of one tag: sums by tag, looked up beforehand. */
  private final List<TagWeights> ofTag = new ArrayList<>();

  /** From {@code first} words before to {@code last} words after: where a word alone counts. */
  private final int first;

  private final int last;

  /** Dimension by label. */
  private final float[] dense;

  /**
   * One property's weights, by label.
   *
   * @param sums per label, per member, per label of this model
   */
  private record TagWeights(Field field, int[] members, int[][] sums) {}

  /**
   * Of a packed model.
   *
   * @param own the property that it fills in
   */
  TagModel(String name, ModelFile file, Lexica lexica, Field own) {
    this.lexica = lexica;
    this.own = own;
    labels = file.strings(name + ".labels");
    labelHashes = Stream.of(labels).mapToLong(TextHash::of).toArray();
    labelPowers = Stream.of(labels).mapToLong(l -> TextHash.power(l.length())).toArray();
    weights = new FeatureWeights(name, file);
    dense = transposed(file.floats(name + ".dense"), labels.length);
    List<Family> all = Families.of(file.strings(name + ".templates")).all();
    sets = new SetWeights(all, weights, lexica, labels.length);
    for (Family family : all) {
      if (!family.isSet()) sort(family, file);
    }
    first = Math.min(sets.first(), reach(ofWord).min().orElse(0));
    last = Math.max(sets.last(), reach(ofWord).max().orElse(0));
  }

  private void sort(Family family, ModelFile file) {
    if (family.isOfWord()) {
      ofWord.add(family);
    } else if (family.fields().length == 1 && family.has(Field.PART_OF_SPEECH)) {
      ofTag.add(tagWeights(family, file.strings("pos.labels")));
    } else if (family.fields().length == 1 && family.has(Field.NAME_TAG)) {
      ofTag.add(tagWeights(family, file.strings("ner.labels")));
    } else {
      (family.has(own) ? running : ofSentence).add(family);
    }
  }

  private static IntStream reach(List<Family> families) {
    return families.stream().flatMapToInt(f -> IntStream.of(f.members()));
  }

  private TagWeights tagWeights(Family family, String[] tags) {
    int[][] sums = new int[tags.length][family.members().length * labels.length];
    for (int tag = 0; tag < tags.length; tag++) {
      int row = weights.findInContext(family, TextHash.of(tags[tag]));
      for (int m = 0; row >= 0 && m < family.members().length; m++) {
        weights.add(row + m, sums[tag], m * labels.length);
      }
    }
    return new TagWeights(family.fields()[0], family.members(), sums);
  }

  private static float[] transposed(float[] byLabel, int labels) {
    float[] t = new float[byLabel.length];
    int dimensions = byLabel.length / labels;
    for (int i = 0; i < t.length; i++) t[i] = byLabel[i % labels * dimensions + i / labels];
    return t;
  }

  int labels() {
    return labels.length;
  }

  String label(int index) {
    return labels[index];
  }

  /** The sums of the word's own weights: label by label, for each window from the first on. */
  int[] ofWord(Lexeme lexeme) {
    int n = labels.length;
    int[] sums = new int[(last - first + 1) * n];
    for (Family family : ofWord) {
      long hash = hash(family, lexeme);
      int row = hash == 0 ? PackedTable.ABSENT : weights.findOfWord(family, hash);
      for (int m = 0; row >= 0 && m < family.members().length; m++) {
        weights.add(row + m, sums, (family.members()[m] - first) * n);
      }
    }
    sets.addOfWord(lexeme, sums, first);
    float[] vector = new float[Lexica.DIMENSIONS];
    if (dense.length > 0 && lexica.vector(lexeme, vector)) addDense(vector, sums, -first * n);
    return sums;
  }

  /** Hash of a family's feature of one word, 0 where it has none. */
  private static long hash(Family family, Lexeme lexeme) {
    long hash = 0;
    for (int k = 0; k < family.fields().length; k++) {
      int field = family.fields()[k].ordinal();
      if (lexeme.power(field) == 0) return 0;
      hash =
          k == 0
              ? lexeme.hash(field)
              : TextHash.join(hash, lexeme.hash(field), lexeme.power(field));
    }
    return hash;
  }

  private void addDense(float[] vector, int[] sums, int at) {
    int n = labels.length;
    for (int l = 0; l < n; l++) {
      double sum = 0;
      for (int j = 0; j < Lexica.DIMENSIONS; j++) sum += dense[j * n + l] * vector[j];
      sums[at + l] += (int) Math.rint(sum * FeatureWeights.ONE);
    }
  }

  /** Tags a sentence, word by word from the left. */
  void tag(Word[] sentence) {
    new Reading(sentence).tag();
  }

  /** One sentence: what is known of it before its first word is tagged. One thread. */
  private final class Reading {
    private final Word[] words;
    private final int[] scores = new int[labels.length];

    /** Per family of words in context, per word that its first part is: the first row. */
    private final int[][] rows;

    Reading(Word[] words) {
      this.words = words;
      rows = new int[ofSentence.size()][words.length];
      for (int f = 0; f < rows.length; f++) {
        for (int i = 0; i < words.length; i++) rows[f][i] = find(ofSentence.get(f), i);
      }
    }

    private int find(Family family, int at) {
      long hash = 0;
      for (int k = 0; k < family.fields().length; k++) {
        int place = at + family.windows()[k];
        if (place < 0 || place >= words.length) return PackedTable.ABSENT;
        Word w = words[place];
        Field field = family.fields()[k];
        long power = w.power(field);
        if (power == 0) return PackedTable.ABSENT;
        hash = k == 0 ? w.hash(field) : TextHash.join(hash, w.hash(field), power);
      }
      return weights.findInContext(family, hash);
    }

    void tag() {
      for (int i = 0; i < words.length; i++) {
        score(i);
        int best = 0;
        for (int l = 1; l < scores.length; l++) if (scores[l] > scores[best]) best = l;
        words[i].set(own, labelHashes[best], labelPowers[best]);
        if (own == Field.PART_OF_SPEECH) words[i].tag = best;
        else words[i].nameTag = best;
      }
    }

    private void score(int i) {
      Arrays.fill(scores, 0);
      for (int window = first; window <= last; window++) {
        int at = i + window;
        if (at >= 0 && at < words.length) {
          add(sums(words[at].lexeme), (window - first) * scores.length);
        }
      }
      sets.addOfPlace(words, i, scores);
      for (TagWeights tag : ofTag) addTags(tag, i);
      for (int f = 0; f < rows.length; f++) {
        int[] members = ofSentence.get(f).members();
        for (int m = 0; m < members.length; m++) {
          int at = i + members[m];
          int row = at < 0 || at >= words.length ? PackedTable.ABSENT : rows[f][at];
          if (row >= 0) weights.add(row + m, scores, 0);
        }
      }
      for (Family family : running) {
        for (int m = 0; m < family.members().length; m++) {
          int at = i + family.members()[m];
          int row = at < 0 || at >= words.length ? PackedTable.ABSENT : find(family, at);
          if (row >= 0) weights.add(row + m, scores, 0);
        }
      }
    }

    private int[] sums(Lexeme lexeme) {
      return own == Field.PART_OF_SPEECH ? lexeme.partOfSpeech : lexeme.names;
    }

    private void addTags(TagWeights by, int i) {
      for (int m = 0; m < by.members().length; m++) {
        int at = i + by.members()[m];
        if (at < 0 || at >= words.length) continue;
        int tag = by.field() == Field.PART_OF_SPEECH ? words[at].tag : words[at].nameTag;
        if (tag >= 0) add(by.sums()[tag], m * scores.length);
      }
    }

    private void add(int[] sums, int from) {
      for (int l = 0; l < scores.length; l++) scores[l] += sums[from + l];
    }
  }
}
