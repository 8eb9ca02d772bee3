package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.component.morph.english.EnglishMorphAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * nlp4j's English part-of-speech and name models, decoded from mapped memory: same words, same
 * features, same weights, same decisions, without its object graphs, and with what follows from a
 * word alone worked out once. Safe to share between threads; the mapping lives as long as the
 * object.
 */
public final class PackedRecogniser implements Recogniser {
  private final Tokeniser tokeniser = new Tokeniser();
  private final EnglishMorphAnalyzer lemmas = new EnglishMorphAnalyzer();
  private final Lexica lexica;
  private final TagModel partsOfSpeech;
  private final TagModel names;
  private final Lexemes lexemes;

  private PackedRecogniser(ModelFile file) {
    lexica = new Lexica(file);
    partsOfSpeech = new TagModel("pos", file, lexica, Field.PART_OF_SPEECH);
    names = new TagModel("ner", file, lexica, Field.NAME_TAG);
    lexemes = new Lexemes(lexica, partsOfSpeech, names);
  }

  /** Opens a packed model file; a damaged or foreign one is an IOException. */
  public static PackedRecogniser open(Path file) throws IOException {
    return new PackedRecogniser(ModelFile.open(file));
  }

  @Override
  public List<Sentence> read(String text, int from, int to) {
    List<Word[]> read = tokeniser.read(text, from, to);
    Truecaser truecaser = new Truecaser(lexemes, read);
    List<Sentence> sentences = new ArrayList<>(read.size());
    for (Word[] words : read) sentences.add(sentence(truecaser.read(words)));
    return sentences;
  }

  private Sentence sentence(Word[] words) {
    for (Word w : words) w.lexeme = lexemes.of(w.text);
    lexica.markNames(words);
    partsOfSpeech.tag(words);
    for (Word w : words) setLemma(w);
    names.tag(words);
    List<Sentence.Token> tokens =
        Stream.of(words)
            .map(w -> new Sentence.Token(w.text, w.start, w.end, partsOfSpeech.label(w.tag)))
            .toList();
    String[] tags = Stream.of(words).map(w -> names.label(w.nameTag)).toArray(String[]::new);
    return new Sentence(tokens, NameTags.read(tags));
  }

  private void setLemma(Word w) {
    Lexeme.Lemma lemma = w.lexeme.lemma(w.tag);
    if (lemma == null) {
      String form = lemmas.lemmatize(w.lexeme.simplified, partsOfSpeech.label(w.tag));
      lemma = w.lexeme.keep(w.tag, Lexeme.Lemma.of(form));
    }
    w.set(Field.LEMMA, lemma.hash(), lemma.power());
  }
}
