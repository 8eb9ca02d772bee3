package io.wiredesk.wire.parse.mail;

import io.wiredesk.wire.charset.WireText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook wraps into winmail.dat (TNEF, MS-OXTNEF): the mail's text and its files, read by
 * Apache POI. Immutable.
 *
 * @param html the text as HTML, null where there is none
 * @param text the text as such, or out of RTF; null where there is none
 * @param files its attachments
 */
record Winmail(@Nullable String html, @Nullable String text, List<MailParts.Attachment> files) {

  private static final int LARGEST_RECORD = 16 * 1024 * 1024;
  private static final int MOST_FILES = 100;

  static {
    TNEFAttribute.setMaxRecordLength(LARGEST_RECORD);
    MAPIAttribute.setMaxRecordLength(LARGEST_RECORD);
  }

  /** True for a part of that type or name. */
  static boolean is(String type, @Nullable String file) {
    return type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || "winmail.dat".equalsIgnoreCase(file);
  }

  /** Null where the bytes cannot be read as TNEF. */
  static @Nullable Winmail of(byte[] bytes) {
    try {
      HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
      String label = codePage(message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE));
      String html = string(message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML), label);
      return new Winmail(html, text(message, label), files(message));
    } catch (IOException | RuntimeException broken) {
      return null; // POI says what is wrong with a file by exceptions of all kinds
    }
  }

  private static @Nullable String text(HMEFMessage message, @Nullable String label) {
    String text = string(message.getMessageMAPIAttribute(MAPIProperty.BODY), label);
    TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
    if (text == null && body != null) {
      text = nonBlank(WireText.of(body.getData(), label).value());
    }
    if (text == null
        && message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED)
            instanceof MAPIRtfAttribute rtf) {
      text = RichText.text(rtf.getData());
    }
    return text;
  }

  private static @Nullable String string(@Nullable MAPIAttribute value, @Nullable String label) {
    if (value == null) {
      return null;
    }
    return nonBlank(
        value instanceof MAPIStringAttribute string
            ? string.getDataString()
            : WireText.of(value.getData(), label).value());
  }

  private static @Nullable String nonBlank(String text) {
    String ended = text.replace("\0", "");
    return ended.isBlank() ? null : ended;
  }

  private static @Nullable String codePage(@Nullable TNEFAttribute stated) {
    byte[] bytes = stated == null ? new byte[0] : stated.getData();
    return bytes.length < 4
        ? null
        : "windows-" + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static List<MailParts.Attachment> files(HMEFMessage message) {
    List<MailParts.Attachment> files = new ArrayList<>();
    for (Attachment file : message.getAttachments()) {
      byte[] contents =
          file.getAttribute(TNEFProperty.ID_ATTACHDATA) == null ? null : contents(file);
      if (contents != null && files.size() < MOST_FILES) {
        String name =
            Objects.requireNonNullElse(
                file.getLongFilename() == null ? file.getFilename() : file.getLongFilename(),
                "attachment" + (files.size() + 1));
        files.add(MailParts.file(name, contents));
      }
    }
    return files;
  }

  private static byte @Nullable [] contents(Attachment file) {
    try {
      return file.getContents();
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /** Media type by a file's name, as the JDK knows it. */
  static String typeOf(String name) {
    String type = URLConnection.guessContentTypeFromName(name);
    return type == null ? "application/octet-stream" : type;
  }
}
