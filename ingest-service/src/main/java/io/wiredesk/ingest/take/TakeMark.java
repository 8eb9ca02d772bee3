package io.wiredesk.ingest.take;

/**
 * Which take of which story an item says it is. Immutable.
 *
 * @param story what all takes of the story share: its slug, else its headline, without the words
 *     for takes; with the number of the lead
 * @param number from 1
 * @param total number of takes, 0 where it does not say
 * @param more true where it says that more follows
 * @param addition true for an "add", which continues a story only where that one said that more
 *     follows; else it is an item of its own
 */
public record TakeMark(String story, int number, int total, boolean more, boolean addition) {

  /** True for the last take, as far as it can be told from this one alone. */
  public boolean isLast() {
    return total > 0 ? number >= total : number > 1 && !more;
  }
}
