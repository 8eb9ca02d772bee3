package io.wiredesk.enrich.section;

import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.NewsSection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Infers newsroom sections of English copy: a linear head over the sentence model's vector of the
 * beginning, and the telling words of a longer stretch, weighed together. Safe to share between
 * threads; whoever loaded it closes it.
 */
final class SectionModel implements AutoCloseable {
  /** Recorded in {@code Enrichment.models}; goes up with every change of tables or training. */
  static final String VERSION = SentenceModel.VERSION + "+head-2+words-2";

  /** Most sections of one item. */
  static final int MOST = 3;

  /** Below this confidence the best section is not said: the model has no idea. */
  static final double LEAST = 0.2;

  /** A further section must reach this share of the best one's confidence, and {@link #LEAST}. */
  static final double CLOSE = 0.5;

  /**
   * Foreign news. Its Media Topic, international relations, is a branch of politics and government,
   * so that section goes with it, as sure as it is itself.
   */
  private static final String WORLD = "world";

  private static final String POLITICS = "politics";

  /** Copy on a company of this trade is for both desks. */
  private static final String BUSINESS = "business";

  private static final String TECHNOLOGY = "technology";

  /** So many words of headline and beginning are looked at for the trade, */
  private static final int BEGINNING = 60;

  /** and so many of them must tell it. */
  private static final int TRADE_WORDS = 3;

  /** Weight of the telling words beside the sentence model. */
  private static final double LEXICAL = 0.7;

  private final SentenceModel sentences;
  private final SectionWeights weights;
  private final SectionWords words;
  private final List<MediaTopic> topics;
  private final List<String> sections;
  private final int tokens;
  private final MediaTopic trade;

  private SectionModel(
      SentenceModel sentences, SectionWeights weights, MediaTopics topics, int tokens) {
    this.sentences = sentences;
    this.weights = weights;
    this.topics = topics.all();
    this.sections = topics.sections();
    this.words = SectionWords.load(sections);
    this.tokens = tokens;
    this.trade =
        this.topics.stream().filter(t -> t.section().equals(TECHNOLOGY)).findFirst().orElseThrow();
  }

  /**
   * Loads model and weights from the class path.
   *
   * @param threads threads of one call, 1 or more
   * @param tokens word pieces of the beginning that the sentence model reads, 8–512
   */
  static SectionModel load(MediaTopics topics, int threads, int tokens) {
    SectionWeights weights = weights();
    if (weights.fingerprint() != SectionTrainer.fingerprint(topics)) {
      throw new IllegalStateException("section weights were not learnt from this media-topics.txt");
    }
    return new SectionModel(SentenceModel.load(threads), weights, topics, tokens);
  }

  private static SectionWeights weights() {
    try (InputStream in = SectionModel.class.getResourceAsStream("section-weights.bin")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks section-weights.bin");
      }
      return SectionWeights.read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new IllegalStateException("section weights cannot be read", e);
    }
  }

  /**
   * The sections that the text is about, best first, {@link #MOST} at most; empty is an abstention:
   * there is no text, or the best confidence is below {@link #LEAST}.
   */
  List<NewsSection> infer(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    float[] vector = weights.centred(sentences.embed(text, tokens));
    double[] logs = logProbabilities(text, vector);
    List<Integer> ranked =
        IntStream.range(0, logs.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer s) -> -logs[s]))
            .toList();
    double least = Math.max(LEAST, CLOSE * Math.exp(logs[ranked.get(0)]));
    Map<String, NewsSection> said = new LinkedHashMap<>();
    for (int s : ranked) {
      double confidence = Math.exp(logs[s]);
      if (confidence >= least) {
        said.putIfAbsent(sections.get(s), section(s, vector, confidence));
        if (sections.get(s).equals(WORLD)) {
          int above = sections.indexOf(POLITICS);
          said.putIfAbsent(POLITICS, section(above, vector, confidence));
        }
      }
    }
    return said.values().stream().limit(MOST).toList();
  }

  /**
   * The sections and, where the first is business and the beginning tells that it is the business
   * of a technology company, technology, as little sure as can be.
   */
  List<NewsSection> withTrade(List<NewsSection> said, String text) {
    if (said.isEmpty()
        || said.size() >= MOST
        || !said.get(0).getSection().equals(BUSINESS)
        || said.stream().anyMatch(section -> section.getSection().equals(TECHNOLOGY))) {
      return said;
    }
    double[] counts = words.counts(text, BEGINNING);
    double ofTrade = counts[sections.indexOf(TECHNOLOGY)];
    counts[sections.indexOf(BUSINESS)] = 0;
    boolean clear = ofTrade > TRADE_WORDS && Arrays.stream(counts).allMatch(c -> c <= ofTrade);
    return clear ? Stream.concat(said.stream(), Stream.of(section(trade, LEAST))).toList() : said;
  }

  /**
   * True where the text's telling words speak for one of these sections, by a word more than for
   * any other: what the model would make of it is then next to never another section that it is
   * sure of. A hundredth of the work of {@link #infer}.
   */
  boolean bearsOut(Set<String> said, String text) {
    double[] counts = words.counts(text, SectionWords.WORDS);
    double ofSaid = 0;
    double ofOthers = 0;
    for (int s = 0; s < counts.length; s++) {
      if (said.contains(sections.get(s))) {
        ofSaid = Math.max(ofSaid, counts[s]);
      } else {
        ofOthers = Math.max(ofOthers, counts[s]);
      }
    }
    return ofSaid >= ofOthers + 1;
  }

  /** Logarithm of each section's probability by sentence model and telling words together. */
  private double[] logProbabilities(String text, float[] vector) {
    double[] scores = weights.logProbabilities(vector);
    double[] lexical = words.logShares(text);
    for (int s = 0; s < scores.length; s++) {
      scores[s] += LEXICAL * lexical[s];
    }
    return Vectors.logSoftmax(scores);
  }

  private NewsSection section(int section, float[] vector, double confidence) {
    MediaTopic topic =
        IntStream.range(0, topics.size())
            .filter(t -> topics.get(t).section().equals(sections.get(section)))
            .boxed()
            .max(Comparator.comparingDouble(t -> Vectors.dot(weights.topics()[t], vector)))
            .map(topics::get)
            .orElseThrow();
    return section(topic, confidence);
  }

  private static NewsSection section(MediaTopic topic, double confidence) {
    return NewsSection.newBuilder()
        .setSection(topic.section())
        .setUri(topic.uri())
        .setName(topic.name())
        .setConfidence(Math.min(1, confidence))
        .setCreator(Creator.MODEL)
        .build();
  }

  @Override
  public void close() {
    sentences.close();
  }
}
