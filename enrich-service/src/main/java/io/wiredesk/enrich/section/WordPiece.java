package io.wiredesk.enrich.section;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The uncased BERT tokeniser: text to the ids of word pieces. Takes any string, lone surrogates and
 * control characters included, and reads no further than the limit asked for. Immutable, safe to
 * share between threads; nothing to close.
 */
final class WordPiece {
  /** BERT gives up on longer words and calls them unknown. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.start = id("[CLS]");
    this.end = id("[SEP]");
    this.unknown = id("[UNK]");
  }

  /**
   * Reads the vocabulary of a Hugging Face {@code tokenizer.json} of kind WordPiece; the stream is
   * not closed.
   *
   * @throws IOException when the stream breaks or holds no {@code model.vocab}
   */
  static WordPiece read(InputStream tokenizerJson) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>(65536);
    try (JsonParser json =
        new JsonFactory()
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .createParser(tokenizerJson)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
          json.nextToken();
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            vocabulary.put(json.currentName(), json.nextIntValue(-1));
          }
        }
      }
    }
    if (vocabulary.isEmpty()) {
      throw new IOException("tokenizer without model.vocab");
    }
    return new WordPiece(vocabulary);
  }

  /**
   * Ids of the text between the start and end marks, {@code limit} ids at most, the marks included.
   */
  long[] encode(String text, int limit) {
    long[] ids = new long[limit];
    ids[0] = start;
    int count = 1;
    int position = 0;
    while (position < text.length() && count < limit - 1) {
      int code = text.codePointAt(position);
      int after = position + Character.charCount(code);
      if (isWordPart(code)) {
        after = endOfWord(text, after);
        count = appendWord(fold(text.substring(position, after)), ids, count, limit - 1);
      } else if (!isBlank(code)) {
        count = appendWord(fold(text.substring(position, after)), ids, count, limit - 1);
      }
      position = after;
    }
    ids[count++] = end;
    return Arrays.copyOf(ids, count);
  }

  private static int endOfWord(String text, int from) {
    int position = from;
    while (position < text.length()) {
      int code = text.codePointAt(position);
      if (!isWordPart(code) && !isDropped(code)) {
        break;
      }
      position += Character.charCount(code);
    }
    return position;
  }

  private int appendWord(String word, long[] ids, int count, int limit) {
    if (word.isEmpty()) {
      return count;
    }
    int next = count;
    int from = 0;
    if (word.length() > LONGEST_WORD) {
      ids[next++] = unknown;
      return next;
    }
    while (from < word.length() && next < limit) {
      int to = longestPiece(word, from);
      if (to < 0) {
        ids[count] = unknown;
        return count + 1;
      }
      ids[next++] = vocabulary.get(piece(word, from, to));
      from = to;
    }
    return next;
  }

  private int longestPiece(String word, int from) {
    for (int to = word.length(); to > from; to--) {
      if (vocabulary.containsKey(piece(word, from, to))) {
        return to;
      }
    }
    return -1;
  }

  private static String piece(String word, int from, int to) {
    String piece = word.substring(from, to);
    return from == 0 ? piece : "##" + piece;
  }

  /** Lower case without accents and without the characters that BERT drops. */
  private static String fold(String word) {
    if (word.chars().allMatch(c -> c < 128 && c > 31)) {
      return word.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !isDropped(c))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isWordPart(int code) {
    return !isBlank(code) && !isDropped(code) && !isPunctuation(code) && !isHan(code);
  }

  private static boolean isBlank(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || Character.getType(code) == Character.SPACE_SEPARATOR;
  }

  private static boolean isDropped(int code) {
    int type = Character.getType(code);
    return code == 0
        || code == 0xFFFD
        || ((type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE)
            && !isBlank(code));
  }

  /** BERT takes every ASCII sign that is no letter or digit for punctuation. */
  private static boolean isPunctuation(int code) {
    if (code < 128) {
      return code > 32 && !Character.isLetterOrDigit(code) && code != 127;
    }
    return switch (Character.getType(code)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Han characters stand as words of their own; kana and hangul do not (BERT's own ranges). */
  private static boolean isHan(int code) {
    return (code >= 0x4E00 && code <= 0x9FFF)
        || (code >= 0x3400 && code <= 0x4DBF)
        || (code >= 0x20000 && code <= 0x2CEAF)
        || (code >= 0xF900 && code <= 0xFAFF)
        || (code >= 0x2F800 && code <= 0x2FA1F);
  }

  private int id(String token) {
    Integer id = vocabulary.get(token);
    if (id == null) {
      throw new IllegalArgumentException("vocabulary without " + token);
    }
    return id;
  }
}
