package io.wiredesk.enrich.entity.recogniser;

import java.util.Random;

/** Sentences of invented names and of words that nobody knows, the same for the same seed. */
final class GeneratedText {
  private static final String[] WORDS =
      ("The a of in on and , , . said told Mr. Dr. President minister won $3.5 1,200 40% 2026 May Monday U.S. N.Z.F. ACME can't"
              + " Bank Union City Horta Lisbon Berlin Maria Almeida Hansen Okafor's O'Brien Jean-Luc Tagus Shipping Ltd. (TGS) \"we"
              + " will\" to-day e-mail reports 3-2 against Northvale United who which has been talks over harbour prices rose fell")
          .split(" ");

  private GeneratedText() {}

  static String of(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(random.nextInt(12) == 0 ? unknown(random) : WORDS[random.nextInt(WORDS.length)])
          .append(random.nextInt(15) == 0 ? ". " : random.nextInt(60) == 0 ? "\n" : " ");
    }
    return text.toString();
  }

  private static String unknown(Random random) {
    StringBuilder word = new StringBuilder();
    for (int n = 2 + random.nextInt(8); n > 0; n--) word.append((char) ('a' + random.nextInt(26)));
    if (random.nextBoolean()) word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }
}
