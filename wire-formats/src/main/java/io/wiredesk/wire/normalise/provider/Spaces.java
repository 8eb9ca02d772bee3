package io.wiredesk.wire.normalise.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The spaces in which Wiredesk makes uris for items that have none. Stateless. */
public final class Spaces {

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Spaces() {}

  /** Beginning of the uris that are made for the items of a provider, site or feed. */
  public static String of(String name) {
    String words = words(name);
    return "urn:wiredesk:item:"
        + (words.isEmpty()
            ? "unknown"
            : URLEncoder.encode(words.replace(' ', '-'), StandardCharsets.UTF_8))
        + ":";
  }

  /** Words without case, accents and punctuation, a space between them. */
  public static String words(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
    return NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
  }
}
