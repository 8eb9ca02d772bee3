package io.wiredesk.enrich.entity.rules;

/** How words are written. Stateless. */
final class Words {
  private Words() {}

  static boolean isCapitalised(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  /** Two letters or more, all of them capitals. */
  static boolean isAllCapitals(String word) {
    return word.codePoints().filter(Character::isLetter).count() > 1
        && word.codePoints().noneMatch(Character::isLowerCase);
  }

  static boolean hasLower(String word) {
    return word.codePoints().anyMatch(Character::isLowerCase);
  }

  static boolean isWord(String word) {
    return !word.isEmpty() && Character.isLetter(word.codePointAt(0));
  }
}
