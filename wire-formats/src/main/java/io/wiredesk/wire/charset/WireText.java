package io.wiredesk.wire.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text, in the character set that they are really in. What decides, in this order: a byte
 * order mark; zero bytes of UTF-16; the escapes of ISO-2022; bytes that are valid UTF-8; the first
 * label whose character set fits the bytes, read as {@link CharsetLabels} says; the statistics of
 * {@link CharsetGuess}. Marks and characters without width before the text are left out. Never
 * throws; time is linear in the bytes. Immutable.
 *
 * @param value the text, without byte order mark
 * @param charset what it was read as
 * @param repair what contradicted the label or could not be read, null where all was right
 */
public record WireText(String value, Charset charset, @Nullable String repair) {

  private static final Pattern CHARSET =
      Pattern.compile("(?i)\\bcharset\\s{0,5}=\\s{0,5}[\"']?([^;\\s\"']{1,60})");
  private static final Pattern LATIN_1 = Pattern.compile("(?i)iso[-_]?8859-?1|latin-?1|us-ascii");
  private static final Charset WINDOWS_1252 = Decoding.WINDOWS_1252;

  /** Byte order marks and characters without width. */
  private static final String MARKS = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060";

  /**
   * Decodes.
   *
   * @param bytes any bytes
   * @param label character set as the sender stated it, null where nothing; unknown names count as
   *     nothing
   */
  public static WireText of(byte[] bytes, @Nullable String label) {
    return labelled(bytes, Collections.singletonList(label));
  }

  /**
   * Decodes.
   *
   * @param bytes any bytes
   * @param labels character sets as sender and document stated them, the one that counts most
   *     first: for what comes over HTTP its header, then the declaration (RFC 7303 §3)
   */
  public static WireText labelled(byte[] bytes, List<@Nullable String> labels) {
    List<String> stated =
        labels.stream()
            .filter(Objects::nonNull)
            .filter(label -> !label.isBlank())
            .distinct()
            .toList();
    return byMark(bytes)
        .or(() -> wide(bytes))
        .or(() -> escapeCoded(bytes, stated))
        .or(() -> utf8(bytes, stated))
        .or(() -> asStated(bytes, stated))
        .orElseGet(() -> guessed(bytes, stated));
  }

  /** Character set of a content type such as {@code text/plain; charset=big5}; null where none. */
  public static @Nullable String label(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    Matcher charset = CHARSET.matcher(contentType);
    return charset.find() ? charset.group(1) : null;
  }

  /** Text without byte order marks and characters without width before it. */
  public static String withoutMarks(String text) {
    int at = 0;
    while (at < text.length() && MARKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at);
  }

  private static WireText text(String decoded, Charset charset, @Nullable String repair) {
    return new WireText(CleanCharacters.of(withoutMarks(decoded)), charset, repair);
  }

  private static Optional<WireText> byMark(byte[] b) {
    if (FirstBytes.areUtf8Mark(b)) {
      String text = Utf8.strict(b, 3);
      return Optional.of(
          text != null ? text(text, StandardCharsets.UTF_8, null) : brokenUtf8(b, 3));
    }
    if (FirstBytes.are(b, 0xff, 0xfe, 0, 0)) {
      return Optional.of(marked(b, 4, Charset.forName("UTF-32LE")));
    }
    if (FirstBytes.are(b, 0xff, 0xfe)) {
      return Optional.of(marked(b, 2, StandardCharsets.UTF_16LE));
    }
    if (FirstBytes.are(b, 0xfe, 0xff)) {
      return Optional.of(marked(b, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static WireText marked(byte[] bytes, int from, Charset charset) {
    return text(Decoding.lenient(bytes, from, charset), charset, null);
  }

  private static Optional<WireText> wide(byte[] bytes) {
    int sample = Math.min(bytes.length, 512) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    boolean big = sample >= 4 && even > sample / 4 && odd == 0;
    boolean little = sample >= 4 && odd > sample / 4 && even == 0;
    if (!big && !little) {
      return Optional.empty();
    }
    Charset charset = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    String decoded = Decoding.lenient(bytes, 0, charset);
    return Optional.of(text(decoded, charset, "no label: read as " + charset.name()));
  }

  private static Optional<WireText> escapeCoded(byte[] bytes, List<String> labels) {
    Charset found = EscapeCoded.charset(bytes);
    if (found == null) {
      return Optional.empty();
    }
    boolean said =
        labels.stream().anyMatch(label -> CharsetLabels.named(label).equals(Optional.of(found)));
    String repair = said ? null : said(labels) + ": read as " + found.name();
    return Optional.of(text(Decoding.lenient(bytes, 0, found), found, repair));
  }

  private static Optional<WireText> utf8(byte[] bytes, List<String> labels) {
    String decoded = Utf8.strict(bytes, 0);
    if (decoded == null) {
      return Optional.empty();
    }
    String repair = mislabelled(decoded, labels);
    if (CleanCharacters.hasControls(decoded)) {
      String why = "control characters read as those of windows-1252";
      repair = repair == null ? why : repair + "; " + why;
    }
    return Optional.of(text(decoded, StandardCharsets.UTF_8, repair));
  }

  private static @Nullable String mislabelled(String decoded, List<String> labels) {
    if (labels.isEmpty()) {
      return null;
    }
    Optional<Charset> stated = CharsetLabels.named(labels.get(0));
    boolean right = stated.isEmpty() || stated.get().equals(StandardCharsets.UTF_8);
    boolean ascii = decoded.chars().allMatch(c -> c < 0x80);
    return right || ascii ? null : "labelled " + labels.get(0) + ", is UTF-8";
  }

  private static Optional<WireText> asStated(byte[] bytes, List<String> labels) {
    for (String label : sureFirst(labels)) {
      Optional<Charset> stated = CharsetLabels.named(label);
      String decoded = stated.map(charset -> fitting(bytes, charset)).orElse(null);
      if (decoded != null) {
        return Optional.of(text(decoded, stated.get(), repair(bytes, label, stated.get())));
      }
    }
    return Optional.empty();
  }

  /** ASCII says nothing of bytes that are none: what else was said comes first. */
  private static List<String> sureFirst(List<String> labels) {
    List<String> sorted = new ArrayList<>(labels);
    sorted.sort((a, b) -> Boolean.compare(isAscii(a), isAscii(b)));
    return sorted;
  }

  private static boolean isAscii(String label) {
    return label.toLowerCase(Locale.ROOT).contains("ascii");
  }

  private static @Nullable String fitting(byte[] bytes, Charset stated) {
    String name = stated.name();
    if (stated.equals(StandardCharsets.UTF_8)
        || name.startsWith("UTF-")
        || name.startsWith("ISO-2022")) {
      return null;
    }
    if (stated.equals(WINDOWS_1252) && CharsetGuess.isOtherScript(bytes)) {
      return null;
    }
    return Decoding.strict(bytes, 0, stated);
  }

  private static @Nullable String repair(byte[] bytes, String label, Charset read) {
    boolean c1 = false;
    for (byte b : bytes) {
      c1 |= b >= (byte) 0x80 && b <= (byte) 0x9f;
    }
    return c1 && LATIN_1.matcher(label).matches()
        ? "labelled " + label + ", read as " + read.name()
        : null;
  }

  private static WireText guessed(byte[] bytes, List<String> labels) {
    if (Utf8.isLikely(bytes)) {
      return brokenUtf8(bytes, 0);
    }
    Charset guess = CharsetGuess.of(bytes);
    String because = said(labels) + ": read as " + guess.name();
    return text(Decoding.lenient(bytes, 0, guess), guess, because);
  }

  private static String said(List<String> labels) {
    return labels.isEmpty() ? "no label" : "labelled " + String.join(", ", labels);
  }

  private static WireText brokenUtf8(byte[] bytes, int from) {
    Decoding.Mended mended = Decoding.utf8(bytes, from);
    return text(
        mended.text(),
        StandardCharsets.UTF_8,
        mended.badBytes() + " byte(s) that are not UTF-8, read as windows-1252");
  }
}
