package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.component.morph.english.EnglishMorphAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * nlp4j's English part-of-speech and name models, decoded from mapped memory: same words, same
 * features, same weights, same decisions, without its object graphs. Safe to share between threads;
 * the mapping lives as long as the object.
 */
public final class PackedRecogniser implements Recogniser {
  private final Tokeniser tokeniser = new Tokeniser();
  private final EnglishMorphAnalyzer lemmas = new EnglishMorphAnalyzer();
  private final Lexica lexica;
  private final TagModel partsOfSpeech;
  private final TagModel names;

  private PackedRecogniser(ModelFile file) {
    lexica = new Lexica(file);
    partsOfSpeech = new TagModel("pos", file, lexica);
    names = new TagModel("ner", file, lexica);
  }

  /** Opens a packed model file; a damaged or foreign one is an IOException. */
  public static PackedRecogniser open(Path file) throws IOException {
    return new PackedRecogniser(ModelFile.open(file));
  }

  @Override
  public List<Sentence> read(String text, int from, int to) {
    List<Word[]> read = tokeniser.read(text, from, to);
    Truecaser truecaser = new Truecaser(lexica, read);
    List<Sentence> sentences = new ArrayList<>(read.size());
    for (Word[] words : read) sentences.add(sentence(truecaser.read(words)));
    return sentences;
  }

  private Sentence sentence(Word[] words) {
    lexica.annotate(words);
    float[] scores = partsOfSpeech.scores();
    float[] vector = new float[Lexica.DIMENSIONS];
    for (int i = 0; i < words.length; i++) {
      int label = partsOfSpeech.best(words, i, scores, vector);
      partsOfSpeech.assign(words[i], Field.PART_OF_SPEECH, label);
      words[i].tag = partsOfSpeech.label(label);
    }
    for (Word w : words) w.set(Field.LEMMA, lemmas.lemmatize(w.simplified, w.tag));
    String[] tags = nameTags(words, vector);
    List<Sentence.Token> tokens =
        Stream.of(words).map(w -> new Sentence.Token(w.text, w.start, w.end, w.tag)).toList();
    return new Sentence(tokens, NameTags.read(tags));
  }

  private String[] nameTags(Word[] words, float[] vector) {
    float[] scores = names.scores();
    String[] tags = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      int label = names.best(words, i, scores, vector);
      names.assign(words[i], Field.NAME_TAG, label);
      tags[i] = names.label(label);
    }
    return tags;
  }
}
