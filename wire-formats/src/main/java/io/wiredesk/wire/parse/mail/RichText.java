package io.wiredesk.wire.parse.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.rtf.RTFEditorKit;
import org.jspecify.annotations.Nullable;

/**
 * RTF as plain text, by the JDK's reader, which needs no screen. The HTML that Outlook hides in RTF
 * is left out, its text stays. Bounded: pictures are cut out, what is still larger than {@value
 * #LARGEST} bytes or nested deeper than {@value #DEEPEST} groups is not read. Stateless.
 */
final class RichText {

  private static final int LARGEST = 200_000;
  private static final int DEEPEST = 100;
  private static final Pattern PICTURE = Pattern.compile("[0-9a-fA-F\\s]{400,}+");

  private static final Pattern WESTERN = Pattern.compile("\\\\'([89][0-9a-fA-F])");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private RichText() {}

  static boolean is(byte[] bytes) {
    int length = Math.min(bytes.length, 5);
    return new String(bytes, 0, length, StandardCharsets.US_ASCII).equals("{\\rtf");
  }

  /** The text, an empty line between paragraphs; null where it cannot be read. */
  static @Nullable String text(byte[] bytes) {
    String rtf = new String(bytes, StandardCharsets.ISO_8859_1);
    rtf = western(PICTURE.matcher(rtf).replaceAll(" "));
    if (!is(bytes) || rtf.length() > LARGEST || depth(rtf) > DEEPEST) {
      return null;
    }
    try {
      RTFEditorKit kit = new RTFEditorKit();
      Document document = kit.createDefaultDocument();
      kit.read(new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1)), document, 0);
      String text = document.getText(0, document.getLength()).strip();
      return text.isEmpty() ? null : text.replaceAll("\\n(?!\\n)", "\n\n");
    } catch (IOException | BadLocationException | RuntimeException broken) {
      return null; // the reader throws whatever it meets, array bounds among them
    }
  }

  /** Quotation marks and dashes of windows-1252, which the reader takes for controls. */
  private static String western(String rtf) {
    boolean other = rtf.contains("\\ansicpg") && !rtf.contains("\\ansicpg1252");
    return other
        ? rtf
        : WESTERN
            .matcher(rtf)
            .replaceAll(
                sign -> {
                  byte[] bytes = {(byte) Integer.parseInt(sign.group(1), 16)};
                  return "\\\\u" + (int) new String(bytes, WINDOWS_1252).charAt(0) + "?";
                });
  }

  private static int depth(String rtf) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < rtf.length(); i++) {
      char c = rtf.charAt(i);
      i += c == '\\' ? 1 : 0;
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
