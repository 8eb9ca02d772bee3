package io.wiredesk.wire.parse.mail;

import io.wiredesk.wire.charset.DeclaredCharset;
import io.wiredesk.wire.charset.WireText;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mail, decoded: its plain text, its HTML, its attachments in order. Parts that are
 * broken are read as they stand, which is recorded. Used by one thread.
 */
final class MailParts {

  static final int DEPTH = 20;
  static final int PARTS = 500;
  private static final Pattern BRACKETS = Pattern.compile("[<>\\s]");

  /**
   * A part that is not the mail's own text.
   *
   * @param name file name, or "attachment" and its number
   * @param type media type, lower case, without parameters
   * @param uri cid: address where it has one, else a name within the mail
   * @param bytes decoded
   */
  record Attachment(String name, String type, String uri, byte[] bytes) {}

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final StringBuilder spare = new StringBuilder();
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<String> repairs = new ArrayList<>();
  private @Nullable String refusal;
  private @Nullable String unread;
  private final Delimiters delimiters;
  private int count;

  private MailParts(byte[] mail) {
    this.delimiters = Delimiters.of(mail);
  }

  static MailParts of(MimeMessage mail, byte[] bytes) throws MessagingException {
    MailParts parts = new MailParts(bytes);
    parts.walk(mail, 0);
    return parts;
  }

  /** All plain text parts, for want of any text that of RTF files; null where there is none. */
  @Nullable String text() {
    StringBuilder best = text.isEmpty() && html.isEmpty() ? spare : text;
    return best.isEmpty() ? null : best.toString();
  }

  /** What may hold the mail's text and could not be read, where no other was found; else null. */
  @Nullable String unread() {
    return text() == null && html() == null ? unread : null;
  }

  @Nullable String html() {
    return html.isEmpty() ? null : html.toString();
  }

  List<Attachment> attachments() {
    return attachments;
  }

  List<String> repairs() {
    return repairs;
  }

  /** Why the mail is dangerous; null where it is not. */
  @Nullable String refusal() {
    return refusal;
  }

  private void walk(Part part, int depth) throws MessagingException {
    if (depth > DEPTH || ++count > PARTS) {
      refusal =
          depth > DEPTH ? "parts nested deeper than " + DEPTH : "more than " + PARTS + " parts";
      return;
    }
    String type = type(part);
    if (type.startsWith("multipart/")) {
      multipart(part, depth);
      return;
    }
    String file = fileName(part);
    boolean attached = file != null || Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    byte[] bytes = bytes(part, type);
    if (Winmail.is(type, file)) {
      winmail(part, file, type, bytes);
    } else if (RichText.is(bytes)) {
      richText(part, attached ? file : null, type, bytes);
    } else if (!attached && type.equals("text/plain")) {
      Uuencoded plain = Uuencoded.of(unflowed(decoded(bytes, part), part));
      append(text, plain.text());
      attachments.addAll(plain.files());
    } else if (!attached && (type.equals("text/html") || type.equals("application/xhtml+xml"))) {
      append(html, decoded(bytes, part));
    } else {
      attach(part, file, type, bytes);
    }
  }

  private void winmail(Part part, @Nullable String file, String type, byte[] bytes) {
    Winmail inner = Winmail.of(bytes);
    if (inner == null) {
      unread = "winmail.dat";
      repairs.add("winmail.dat cannot be read");
      attach(part, file, type, bytes);
      return;
    }
    append(html, inner.html() == null ? "" : inner.html());
    append(inner.html() == null ? text : spare, inner.text() == null ? "" : inner.text());
    attachments.addAll(inner.files());
  }

  /** RTF that is a part of the mail is its text; a file of it is where there is no other. */
  private void richText(Part part, @Nullable String file, String type, byte[] bytes) {
    String read = RichText.text(bytes);
    if (read == null) {
      unread = "RTF";
      repairs.add("RTF cannot be read");
    }
    append(file == null ? text : spare, read == null ? "" : read);
    if (file != null || read == null) {
      attach(part, file, type, bytes);
    }
  }

  private void multipart(Part part, int depth) throws MessagingException {
    if (tooMany(header(part, "Content-Type"))) {
      refusal = "more than " + PARTS + " parts";
      return;
    }
    try {
      MimeMultipart multipart = new MimeMultipart(part.getDataHandler().getDataSource());
      for (int i = 0; i < multipart.getCount() && refusal == null; i++) {
        BodyPart inner = multipart.getBodyPart(i);
        walk(inner, depth + 1);
      }
    } catch (MessagingException broken) {
      repairs.add("multipart cannot be taken apart, read as text: " + broken.getMessage());
      append(text, decoded(bytes(part, type(part)), part));
    }
  }

  /**
   * True where more lines than there may be parts begin with the boundary: the library would make a
   * part of each before it gives the first.
   */
  private boolean tooMany(String contentType) {
    String boundary;
    try {
      boundary = new ContentType(contentType).getParameter("boundary");
    } catch (ParseException odd) {
      boundary = null;
    }
    return delimiters.count(boundary == null ? "" : boundary) > PARTS;
  }

  static Attachment file(String name, byte[] bytes) {
    return new Attachment(name, Winmail.typeOf(name), uri(name), bytes);
  }

  private static String uri(String name) {
    return "attachment:" + name.replaceAll("[^\\w.-]+", "_");
  }

  private void attach(Part part, @Nullable String file, String type, byte[] bytes) {
    String name = file == null ? "attachment" + (attachments.size() + 1) : file;
    String id = part instanceof MimeBodyPart body ? contentId(body) : null;
    String uri = id == null ? uri(name) : "cid:" + id;
    attachments.add(new Attachment(name, type, uri, bytes));
  }

  private static @Nullable String contentId(MimeBodyPart part) {
    try {
      String id = part.getContentID();
      return id == null || id.isBlank() ? null : bareId(id);
    } catch (MessagingException none) {
      return null;
    }
  }

  static String bareId(String id) {
    return BRACKETS.matcher(id).replaceAll("");
  }

  private byte[] bytes(Part part, String type) throws MessagingException {
    String encoding = header(part, "Content-Transfer-Encoding").strip();
    if (type.startsWith("text/") && encoding.equalsIgnoreCase("base64")) {
      return Base64Text.decode(raw(part));
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException | MessagingException broken) {
      repairs.add("transfer encoding broken, part read as it stands: " + broken.getMessage());
      return raw(part);
    }
  }

  private static byte[] raw(Part part) throws MessagingException {
    try (InputStream in =
        part instanceof MimeBodyPart body
            ? body.getRawInputStream()
            : part instanceof MimeMessage mail
                ? mail.getRawInputStream()
                : InputStream.nullInputStream()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private String decoded(byte[] bytes, Part part) throws MessagingException {
    String type = header(part, "Content-Type");
    String declared = type.contains("html") ? DeclaredCharset.ofHtml(bytes) : null;
    WireText decoded = WireText.labelled(bytes, Arrays.asList(WireText.label(type), declared));
    if (decoded.repair() != null) {
      repairs.add(decoded.repair());
    }
    return decoded.value();
  }

  /** RFC 3676: a line that ends in a space goes on in the next. */
  private static String unflowed(String text, Part part) throws MessagingException {
    String type = header(part, "Content-Type").toLowerCase(Locale.ROOT);
    if (!type.contains("format=flowed")) {
      return text;
    }
    boolean delSp = type.contains("delsp=yes");
    StringBuilder out = new StringBuilder(text.length());
    boolean flowed = false;
    for (String written : text.split("\\r?\\n", -1)) {
      String line = written.startsWith(" ") ? written.substring(1) : written; // space-stuffed
      boolean flows = line.endsWith(" ") && !line.equals("-- ");
      out.append(flows && delSp ? line.substring(0, line.length() - 1) : line);
      // a line that does not flow ends its paragraph
      out.append(flows ? "" : flowed ? "\n\n" : "\n");
      flowed = flows;
    }
    return out.toString();
  }

  private static String type(Part part) throws MessagingException {
    String header = header(part, "Content-Type");
    if (header.isBlank()) {
      return "text/plain";
    }
    try {
      return new ContentType(header).getBaseType().toLowerCase(Locale.ROOT);
    } catch (ParseException odd) {
      String base = header.split("[;\\s]")[0].toLowerCase(Locale.ROOT);
      return base.contains("/") ? base : "text/plain";
    }
  }

  private static @Nullable String fileName(Part part) {
    try {
      String name = part.getFileName();
      return name == null || name.isBlank() ? null : name.strip();
    } catch (MessagingException odd) {
      return null;
    }
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException odd) {
      return null;
    }
  }

  private static String header(Part part, String name) throws MessagingException {
    String[] values = part.getHeader(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  private static void append(StringBuilder to, String value) {
    if (!value.isBlank()) {
      to.append(to.isEmpty() ? "" : "\n\n").append(value);
    }
  }
}
