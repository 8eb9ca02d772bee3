package io.wiredesk.enrich.entity.recogniser;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads names out of begin/inside/last/unit/outside tags, after mending the breaks that nlp4j
 * mends. Stateless.
 */
final class NameTags {
  private NameTags() {}

  static List<Sentence.Name> read(String[] tags) {
    for (int i = 1; i < tags.length; i++) mend(tags, i);
    List<Sentence.Name> names = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i < tags.length; i++) {
      switch (tags[i].charAt(0)) {
        case 'U' -> {
          names.add(new Sentence.Name(tags[i].substring(2), i, i + 1));
          begin = -1;
        }
        case 'B' -> begin = i;
        case 'L' -> {
          if (begin >= 0) names.add(new Sentence.Name(tags[i].substring(2), begin, i + 1));
          begin = -1;
        }
        case 'I' -> {}
        default -> begin = -1;
      }
    }
    return names;
  }

  private static void mend(String[] tags, int i) {
    switch (tags[i - 1].substring(0, 1) + tags[i].charAt(0)) {
      case "IU" -> tags[i] = "I" + tags[i].substring(1);
      case "LI", "UI" -> tags[i - 1] = "I" + tags[i - 1].substring(1);
      case "OI" -> tags[i - 1] = tags[i];
      case "UL" -> tags[i - 1] = "B" + tags[i - 1].substring(1);
      default -> {}
    }
  }
}
