package io.wiredesk.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Copy made of sentences with invented people and houses and real places: no two alike, about as
 * many names as a wire has. Immutable.
 *
 * @param headline one line
 * @param paragraphs of one or two sentences each, plain text without markup characters
 */
record Story(String headline, List<String> paragraphs) {

  private static final String[] FIRST =
      "Maria Tomas Ingrid Pavel Amina Jonas Leila Victor Sofia Henrik Chiara Omar Elena Rasmus Nadia Piotr Freya Luca Yusuf Carla"
          .split(" ");
  private static final String[] LAST =
      "Almeida Hansen Vroom Oltmanns Dacanay Ulloa Kestrel Brandt Moreau Sandoval Lindqvist Okafor Petrov Marchetti Delgado Novak Haddad Whitcombe Sorensen Barros"
          .split(" ");
  private static final String[] PLACES =
      "Lisbon,Oslo,Brussels,Nairobi,Santiago,Manila,Warsaw,Cairo,Toronto,Jakarta,Athens,Dublin,Rotterdam,Valparaiso,Osaka,Hamburg"
          .split(",");
  private static final String[] HOUSES =
      "Halvorsund Marine,the European Commission,Kestrelport,the Port Workers' Union,the Ministry of Transport,Northvale Energy,the World Health Organization,Bank of Tresco,the Supreme Court,Tagus Shipping,the University of Madalena,Orrin Foods"
          .split(",");
  private static final String[] DOING =
      "raised its forecast,called for new talks,delayed the vote,reported a loss,opened an inquiry,signed the agreement,cut its prices,won the contract,lifted the ban,closed two plants,asked for help,rejected the offer"
          .split(",");
  private static final String[] ABOUT =
      "the harbour strike,fuel prices,the storm damage,the election results,a new vaccine,the cup final,interest rates,the rail line,water supplies,the trade dispute,school meals,the border crossing"
          .split(",");
  private static final String[] SENTENCES = {
    "%house %doing on Monday after weeks of dispute over %about.",
    "%person, a spokesperson for %house, told reporters in %place that %n people were affected.",
    "\"We did not expect %about to last this long,\" said %person.",
    "Officials in %place and %place said they would meet again in %n days.",
    "The decision came as %house %doing, according to %person of %house.",
    "Nearly %n percent of those asked in %place named %about as their first concern.",
    "%person, who led %house until last year, declined to comment.",
    "In %place, the mayor, %person, said the city had set aside %n million for %about.",
    "Analysts had expected %house to wait, but %last said there was no time left.",
    "Residents of %place have waited %n years for a ruling on %about.",
    "The government in %place %doing, and %house followed within hours.",
    "Earlier, %person met the head of %house for talks on %about in %place."
  };

  /** A story of about that many words, always the same for the same random numbers. */
  static Story of(Random random, int words) {
    List<String> paragraphs = new ArrayList<>();
    int written = 0;
    while (written < words) {
      String paragraph = sentence(random);
      if (random.nextBoolean()) {
        paragraph += " " + sentence(random);
      }
      paragraphs.add(paragraph);
      written += paragraph.split(" ").length;
    }
    String headline =
        pick(PLACES, random)
            + ": "
            + pick(HOUSES, random)
            + " "
            + pick(DOING, random)
            + " over "
            + pick(ABOUT, random)
            + ", day "
            + random.nextInt(1_000);
    return new Story(headline, paragraphs);
  }

  private static String sentence(Random random) {
    String template = pick(SENTENCES, random);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int slot = template.indexOf('%'); slot >= 0; slot = template.indexOf('%', at)) {
      int end = slot + 1;
      while (end < template.length() && Character.isLetter(template.charAt(end))) {
        end++;
      }
      out.append(template, at, slot).append(fill(template.substring(slot + 1, end), random));
      at = end;
    }
    String sentence = out.append(template.substring(at)).toString();
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String fill(String slot, Random random) {
    return switch (slot) {
      case "person" -> pick(FIRST, random) + " " + pick(LAST, random);
      case "last" -> pick(LAST, random);
      case "place" -> pick(PLACES, random);
      case "house" -> pick(HOUSES, random);
      case "doing" -> pick(DOING, random);
      case "about" -> pick(ABOUT, random);
      case "n" -> Integer.toString(2 + random.nextInt(97));
      default -> throw new IllegalStateException("no such slot: " + slot);
    };
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
