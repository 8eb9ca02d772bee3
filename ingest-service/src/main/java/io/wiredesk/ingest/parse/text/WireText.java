package io.wiredesk.ingest.parse.text;

import io.wiredesk.ingest.parse.FirstBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text, in the character set that they are really in. What decides, in this order: a byte
 * order mark; zero bytes of UTF-16; bytes that are valid UTF-8; the stated character set, where the
 * bytes fit it (Windows-1252 for everything labelled ISO-8859-1 or ASCII, as on the web); the
 * statistics of {@link CharsetGuess}. Never throws; time is linear in the bytes. Immutable.
 *
 * @param value the text, without byte order mark
 * @param charset what it was read as
 * @param repair what contradicted the label or could not be read, null where all was right
 */
public record WireText(String value, Charset charset, @Nullable String repair) {

  private static final Pattern LABEL_END = Pattern.compile("[;\\s]");
  private static final Pattern QUOTES = Pattern.compile("[\"']");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Decodes.
   *
   * @param bytes any bytes
   * @param label character set as the sender stated it, null where nothing; unknown names count as
   *     nothing
   */
  public static WireText of(byte[] bytes, @Nullable String label) {
    Optional<WireText> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Charset wide = zeroBytes(bytes);
    if (wide != null) {
      return new WireText(lenient(bytes, 0, wide), wide, "no label: read as " + wide.name());
    }
    Optional<Charset> stated = Charsets.named(label);
    String utf8 = escapeCoded(stated) ? null : Utf8.strict(bytes, 0);
    if (utf8 != null) {
      return new WireText(utf8, StandardCharsets.UTF_8, mislabelled(bytes, label, stated));
    }
    return stated.map(charset -> asStated(bytes, charset)).orElseGet(() -> guessed(bytes, null));
  }

  /** Character set of a content type such as {@code text/plain; charset=big5}; null where none. */
  public static @Nullable String label(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    return at < 0
        ? null
        : QUOTES.matcher(LABEL_END.split(contentType.substring(at + 8))[0]).replaceAll("");
  }

  private static Optional<WireText> byMark(byte[] b) {
    if (FirstBytes.areUtf8Mark(b)) {
      String text = Utf8.strict(b, 3);
      return Optional.of(
          text != null
              ? new WireText(strip(text), StandardCharsets.UTF_8, null)
              : brokenUtf8(Arrays.copyOfRange(b, 3, b.length)));
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
    return new WireText(lenient(bytes, from, charset), charset, null);
  }

  private static WireText asStated(byte[] bytes, Charset stated) {
    if (stated.equals(StandardCharsets.ISO_8859_1) || stated.equals(StandardCharsets.US_ASCII)) {
      boolean c1 = false;
      for (byte b : bytes) {
        c1 |= b >= (byte) 0x80 && b <= (byte) 0x9f;
      }
      String repair = c1 ? "labelled " + stated.name() + ", read as windows-1252" : null;
      return new WireText(windows1252(bytes), c1 ? WINDOWS_1252 : stated, repair);
    }
    String text = stated.equals(StandardCharsets.UTF_8) ? null : strict(bytes, stated);
    return text != null
        ? new WireText(strip(text), stated, null)
        : guessed(bytes, "labelled " + stated.name());
  }

  private static WireText guessed(byte[] bytes, @Nullable String label) {
    if (mostlyUtf8(bytes)) {
      return brokenUtf8(bytes);
    }
    Charset guess = CharsetGuess.of(bytes);
    String text = guess.equals(WINDOWS_1252) ? windows1252(bytes) : lenient(bytes, 0, guess);
    String because = label == null ? "no label" : label;
    return new WireText(text, guess, because + ": read as " + guess.name());
  }

  /**
   * UTF-8 with some bytes that are not: those are read as Windows-1252, so that nothing is lost.
   */
  private static WireText brokenUtf8(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = Utf8.sequence(bytes, i);
      if (length > 0) {
        out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      } else {
        out.append(windows1252(new byte[] {bytes[i]}));
        bad++;
        i++;
      }
    }
    return new WireText(
        strip(out.toString()),
        StandardCharsets.UTF_8,
        bad + " byte(s) that are not UTF-8, read as windows-1252");
  }

  private static boolean mostlyUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = Utf8.sequence(bytes, i);
      good += length > 1 ? 1 : 0;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return good > bad;
  }

  /** Windows-1252 with its five holes filled as the web does: no byte is lost. */
  private static String windows1252(byte[] bytes) {
    String text = new String(bytes, WINDOWS_1252);
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < bytes.length; i++) {
      if (out.charAt(i) == '\ufffd') {
        out.setCharAt(i, (char) (bytes[i] & 0xff));
      }
    }
    return out.toString();
  }

  private static @Nullable Charset zeroBytes(byte[] bytes) {
    int sample = Math.min(bytes.length, 512) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (sample >= 4 && even > sample / 4 && odd == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return sample >= 4 && odd > sample / 4 && even == 0 ? StandardCharsets.UTF_16LE : null;
  }

  private static @Nullable String mislabelled(
      byte[] bytes, @Nullable String label, Optional<Charset> stated) {
    if (stated.isEmpty() || stated.get().equals(StandardCharsets.UTF_8)) {
      return null;
    }
    boolean ascii = true;
    for (byte b : bytes) {
      ascii &= b >= 0;
    }
    return ascii ? null : "labelled " + label + ", is UTF-8";
  }

  private static boolean escapeCoded(Optional<Charset> stated) {
    return stated
        .map(c -> c.name().startsWith("ISO-2022") || c.name().startsWith("UTF-16"))
        .orElse(false);
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String lenient(byte[] bytes, int from, Charset charset) {
    return strip(new String(bytes, from, bytes.length - from, charset));
  }

  private static String strip(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
