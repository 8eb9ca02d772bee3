package io.wiredesk.publish.gate;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.TextValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider itself says to everybody of a kill or a hold: a note to editors that is public,
 * else a line at the beginning of its text, where it speaks of the notice ("ELIMINIEREN: \u2026",
 * "EDITORS: Kill \u2026"). That the item is a notice at all ingest has decided; here it is only
 * found again. Other notes and other text are copy and stay in. Stateless.
 */
final class PublicReason {

  static final int LONGEST = 500;

  private static final int FIRST_LINES = 4;

  /** Prose speaks of kills and holds too: a notice says so at its head, or to whom it speaks. */
  private static final Pattern IS_A_NOTICE =
      Pattern.compile(
          "^\\W*\\p{Lu}[\\p{Lu} /-]{2,40}(?:[:.!\u2013-]|$)"
              + "|(?iu)^.{0,60}(?<!\\p{L})(?:editors?|eds|clients?|subscribers?|redaktion(?:en)?|kunden|"
              + "r\u00e9dactions?|redacci\u00f3n(?:es)?|redazion[ei]|redac(?:tie|ties|\u00e7\u00e3o)|redaktioner?)\\b.{0,20}[:,]"
              + "|(?iu)^\\W*(?:please|bitte|pri\u00e8re|merci de|por favor|si prega|favor)\\b");

  private static final Pattern SPEAKS_OF_IT =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:kill|withdraw|withh[eo]ld|hold|retract|spike|cancel|delete|eliminier|"
              + "storn|zur\u00fcckgez|zur\u00fcckzieh|sperr|annul|retir|supprim|anul|elimin|cancel|retenid|"
              + "ritir|intrekk|ingetrokken|t(?:ilb|illb)aka|tr\u00e6kkes|\u0430\u043d\u043d\u0443\u043b|\u043e\u0442\u043e\u0437\u0432|\u0441\u043d\u044f\u0442"
              + "|(?:do|must|may|should) not (?:be )?(?:use|publish|run|broadcast)"
              + "|not for (?:use|publication)|nicht (?:mehr )?(?:zu )?(?:ver\u00f6ffentlich|verwend|verbreit|publizier)"
              + "|ne (?:plus|pas) (?:\\p{L}+ )?(?:utilis|diffus|publi)|no (?:utilizar|publicar|usar|difundir)"
              + "|non (?:utilizz|pubblic|diffond)|n\u00e3o (?:usar|utilizar|publicar))");
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu}|[\"\u00ab\u201e\u201c])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORT_WORD = 3;

  private PublicReason() {}

  /** The provider's words on one line, empty where it gave none. */
  static String of(NewsItem notice) {
    Stream<String> notes =
        notice.getEdNotes().stream().filter(EditorNote::getIsPublic).map(EditorNote::getValue);
    Stream<String> lines = notice.getText().lines().filter(l -> !l.isBlank()).limit(FIRST_LINES);
    return Stream.concat(notes, lines)
        .map(text -> text.strip().replaceAll("[\\s\\p{Cntrl}]+", " "))
        .filter(text -> IS_A_NOTICE.matcher(text).find() && SPEAKS_OF_IT.matcher(text).find())
        .map(PublicReason::shortened)
        .findFirst()
        .orElse("");
  }

  /** Everything in which a provider may give the reason of a notice, public or not. */
  static boolean isLegal(NewsItem notice) {
    Stream<String> notes = notice.getEdNotes().stream().map(EditorNote::getValue);
    Stream<String> heads =
        Stream.concat(
            notice.getHeadlines().stream().map(TextValue::getValue),
            Stream.of(notice.getTitle(), notice.getSlugline()).filter(Objects::nonNull));
    Stream<String> lines =
        notice
            .getText()
            .lines()
            .limit(FIRST_LINES)
            .filter(line -> SPEAKS_OF_IT.matcher(line).find());
    return Stream.of(notes, heads, lines).flatMap(texts -> texts).anyMatch(LegalReason::isIn);
  }

  /** The reason without those of its sentences that say a headline which must not be said. */
  static String without(String reason, List<@Nullable String> headlines) {
    List<Set<String>> secret = new ArrayList<>();
    for (String headline : headlines) {
      Set<String> words = headline == null ? Set.of() : words(headline);
      if (!words.isEmpty()) {
        secret.add(words);
      }
    }
    return Arrays.stream(SENTENCE.split(reason))
        .filter(sentence -> secret.stream().noneMatch(words -> says(sentence, words)))
        .collect(Collectors.joining(" "));
  }

  /** More than half of the headline's words are in the sentence. */
  private static boolean says(String sentence, Set<String> headline) {
    Set<String> said = words(sentence);
    return 2 * headline.stream().filter(said::contains).count() >= headline.size();
  }

  private static Set<String> words(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return NOT_WORD
        .splitAsStream(bare.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > SHORT_WORD)
        .collect(Collectors.toSet());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.lastIndexOf(' ', LONGEST)) + " \u2026";
  }
}
