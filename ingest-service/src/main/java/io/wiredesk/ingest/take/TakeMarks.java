package io.wiredesk.ingest.take;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.identity.LeadNumbers;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an item is a take of a longer story, by what agencies write: "1st take", "TAKE
 * 2 OF 3", "part 2 of 3" in slug, title or take key, "(2/3)" at the end of a headline, "(MORE)"
 * under the copy, "-2-" above it. Only text of wire formats: web pages and mails end in "more" for
 * other reasons. Notices, tests and advisories are never takes. "(More to follow)" announces a new
 * version, no take. Stateless.
 */
public final class TakeMarks {

  private static final Set<String> FORMATS =
      Set.of("anpa1312", "iptc7901", "text", "nitf", "newsml-1.2", "newsml-g2", "ninjs");
  private static final Set<String> TEXT_FORMATS = Set.of("anpa1312", "iptc7901", "text");
  private static final Set<Signal> NEVER =
      EnumSet.of(
          Signal.CANCEL,
          Signal.WITHHOLD,
          Signal.RELEASE,
          Signal.TEST,
          Signal.ADVISORY,
          Signal.ALERT);
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> CARDINALS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final String ORDINAL =
      "(\\d{1,2}(?=st|nd|rd|th)|" + String.join("|", ORDINALS) + ")";
  private static final String CARDINAL = "(\\d{1,2}|" + String.join("|", CARDINALS) + ")";
  private static final String OF = "(?: ?(?:of|von|de|di|sur|van|/) ?" + CARDINAL + ")";

  /** Set apart from the words of a title: "Dodgers take 2 of 3" counts no takes. */
  private static final String BEFORE = "(?i)(?:^|[,(/\\[-])\\s*";

  private static final String AFTER = "\\s*(?=$|[,)/\\]-])";

  private static final List<Pattern> TAKES =
      List.of(
          Pattern.compile(BEFORE + ORDINAL + "(?:st|nd|rd|th)?[ -]take" + OF + "?" + AFTER),
          Pattern.compile(BEFORE + "take[ -]?" + CARDINAL + OF + "?" + AFTER),
          Pattern.compile(BEFORE + "(?:part|teil|partie|parte|deel)[ -]?" + CARDINAL + OF + AFTER));
  private static final Pattern ADD =
      Pattern.compile(BEFORE + "(?:(\\d{1,2})(?:st|nd|rd|th)[ -]add|add[ -]?(\\d{1,2}))" + AFTER);

  /** "(2/3)", "(2 von 3)" at the end of a headline. */
  private static final Pattern BRACKETED =
      Pattern.compile("(?i)[(\\[](?:teil |part |partie |parte )?" + CARDINAL + OF + "[)\\]]\\s*$");

  private static final String MORE_WORD =
      "more|mehr|(?:à|a) suivre|suite|sigue|segue|contin[uú]a|meer|fortsetzung folgt";
  private static final Pattern MORE =
      Pattern.compile("(?iu)(?:^|\\s)[(\\[*=–—-]+\\s*(?:" + MORE_WORD + ")\\s*[)\\]*=–—-]+\\s*$");

  /** Without signs around it a line of its own, or after the end of a sentence. */
  private static final Pattern BARE_MORE =
      Pattern.compile("(?:^|\\n|(?<=[.!?\"”’')])\\s)(?:MORE|more|MEHR|SUITE|SIGUE|SEGUE)\\s*$");

  private static final Pattern PAGE =
      Pattern.compile("^\\s*[-–—=*]{1,3}\\s?(\\d{1,2})\\s?[-–—=*]{1,3}(?:\\s+|$)");

  /** Characters at the end of a text in which "(MORE)" is looked for. */
  private static final int TAIL = 80;

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private TakeMarks() {}

  /** What the item says of itself as a take; empty where it is none. */
  public static Optional<TakeMark> of(NewsItem item) {
    if (!FORMATS.contains(item.getSource().getFormat())
        || !item.getType().equals("text")
        || item.getPubStatus() == PubStatus.CANCELED
        || NEVER.contains(item.getSignal())) {
      return Optional.empty();
    }
    String story = story(item);
    return story.isEmpty() ? Optional.empty() : marked(item, story);
  }

  private static Optional<TakeMark> marked(NewsItem item, String story) {
    boolean more = copyEnd(item.getText(), item) < item.getText().length();
    int[] numbers = numbers(item);
    if (numbers != null) {
      boolean follows = more || (numbers[0] == 1 && numbers[1] != 1);
      return Optional.of(new TakeMark(story, numbers[0], numbers[1], follows, false));
    }
    Matcher page = PAGE.matcher(item.getText());
    if (page.lookingAt() && Integer.parseInt(page.group(1)) > 1) {
      return Optional.of(new TakeMark(story, Integer.parseInt(page.group(1)), 0, more, false));
    }
    int add = addition(item);
    if (add > 0) {
      return Optional.of(new TakeMark(story, add + 1, 0, more, true));
    }
    return more ? Optional.of(new TakeMark(story, 1, 0, true, false)) : Optional.empty();
  }

  /** Where the copy starts behind a count of takes ("-2-"); 0 where there is none. */
  static int copyStart(String text) {
    Matcher page = PAGE.matcher(text);
    return page.lookingAt() ? page.end() : 0;
  }

  /**
   * Where the copy ends before words that say that more follows; its length where there are none.
   */
  static int copyEnd(String text, NewsItem item) {
    boolean plain = TEXT_FORMATS.contains(item.getSource().getFormat());
    for (Pattern pattern : plain ? List.of(MORE, BARE_MORE) : List.of(MORE)) {
      Matcher more = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
      if (more.region(Math.max(0, text.length() - TAIL), text.length()).find()) {
        return more.start();
      }
    }
    return text.length();
  }

  /** The text without the words that count takes. */
  static String without(String text) {
    String bare = BRACKETED.matcher(text).replaceAll("");
    for (Pattern pattern : TAKES) {
      bare = pattern.matcher(bare).replaceAll("");
    }
    return ADD.matcher(bare).replaceAll("").replaceAll("[\\s,;:/(\\[-]+$", "").strip();
  }

  /** Number and total of the take; null where nothing counts it. */
  private static int @Nullable [] numbers(NewsItem item) {
    for (String text : slots(item)) {
      for (Pattern pattern : TAKES) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
          return numbers(matcher);
        }
      }
    }
    Matcher bracketed = BRACKETED.matcher(headline(item));
    return bracketed.find() ? numbers(bracketed) : null;
  }

  private static int @Nullable [] numbers(Matcher matcher) {
    int number = number(matcher.group(1));
    int total = matcher.group(2) == null ? 0 : number(matcher.group(2));
    return number < 1 || (total > 0 && number > total) ? null : new int[] {number, total};
  }

  private static int addition(NewsItem item) {
    for (String text : slots(item)) {
      Matcher matcher = ADD.matcher(text);
      if (matcher.find()) {
        String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Integer.parseInt(number);
      }
    }
    return 0;
  }

  private static int number(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    int place = Math.max(ORDINALS.indexOf(word), CARDINALS.indexOf(word));
    return place < 0 ? Integer.parseInt(text) : place + 1;
  }

  private static String story(NewsItem item) {
    String name =
        Stream.of(item.getSlugline(), item.getTitle(), headline(item))
            .filter(text -> text != null && !plain(without(text)).isEmpty())
            .findFirst()
            .map(text -> plain(LeadNumbers.without(without(text))))
            .orElse("");
    int lead = LeadNumbers.of(slots(item)).orElse(1);
    return name.isEmpty() || lead == 1 ? name : name + " " + lead;
  }

  private static List<String> slots(NewsItem item) {
    List<String> slots = new ArrayList<>();
    item.getEdNotes().stream()
        .filter(note -> "takekey".equals(note.getRole()))
        .map(EditorNote::getValue)
        .forEach(slots::add);
    Stream.of(item.getTitle(), item.getSlugline())
        .filter(java.util.Objects::nonNull)
        .forEach(slots::add);
    return slots;
  }

  static String headline(NewsItem item) {
    return item.getHeadlines().isEmpty() ? "" : item.getHeadlines().get(0).getValue();
  }

  private static String plain(String text) {
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return NOT_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
